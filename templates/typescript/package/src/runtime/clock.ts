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
    }
  }
}

async function pause(seconds: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(finish, seconds * 1000);
    function finish(): void {
      signal?.removeEventListener("abort", giveUp);
      resolve();
    }
    function giveUp(): void {
      clearTimeout(timer);
      reject(reasonOf(signal));
    }
    signal?.addEventListener("abort", giveUp, { once: true });
  });
}

/** Why a signal gave up, as something to throw. */
export function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error("the call was given up", { cause: reason });
}
