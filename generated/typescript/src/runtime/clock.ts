/** Time and chance, in one place, so that a test can replace them. */

/** The real clock. Times are in seconds. */
export class Clock {
  /** Since some fixed moment; never goes back. */
  now(): number {
    return performance.now() / 1000;
  }

  /** Since 1970, UTC. */
  wall(): number {
    return Date.now() / 1000;
  }

  /** A random number from 0 up to 1. No secret: it spreads retries. */
  chance(): number {
    return Math.random();
  }

  /** Wait. Rejects with the signal's reason where that gives up. */
  async sleep(seconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    for (let left = seconds; left > 0; left -= LONGEST_TIMER) {
      await pause(Math.min(left, LONGEST_TIMER), signal);
      signal?.throwIfAborted();
    }
  }
}

// In seconds. A timer of more than 2^31 milliseconds ends at once.
const LONGEST_TIMER = 2_000_000;

/** Waits so long, at most until the signal gives up or the promise has ended. */
export async function pause(seconds: number, signal?: AbortSignal, until?: Promise<unknown>): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = seconds < Infinity ? setTimeout(end, Math.min(seconds, LONGEST_TIMER) * 1000) : undefined;
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    }
    signal?.addEventListener("abort", end, { once: true });
    if (signal?.aborted === true) {
      end();
    }
    void until?.then(end, end);
  });
}
