/** Time and chance, in one place, so that a test can replace them. */

// Seconds. A timer that is set to more than 24 days goes off at once.
const AT_ONCE = 86_400;

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
    for (let left = seconds; left > 0; left -= AT_ONCE) {
      await pause(Math.min(left, AT_ONCE), signal);
      signal?.throwIfAborted();
    }
  }
}

/** Waits so long, at most until the signal gives up or the promise has ended. */
export async function pause(seconds: number, signal?: AbortSignal, until?: Promise<unknown>): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = seconds < Infinity ? setTimeout(end, Math.min(seconds, AT_ONCE) * 1000) : undefined;
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
