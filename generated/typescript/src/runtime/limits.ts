/** How fast calls may go: so many a second, evenly spaced, and so many at once, for all callers together. */

import type { Clock } from "./clock.js";

/**
 * The moments at which calls may start, `rate` a second; null is no limit.
 *
 * Callers wait in a line, and only the first of it waits for the next moment. It is taken when the call begins: who
 * gives up before leaves nothing behind, and those after move up.
 */
export class RateLimit {
  readonly #interval: number;
  readonly #clock: Clock;
  readonly #line = new Slots(1);
  #freeAt: number;

  constructor(rate: number | null, clock: Clock) {
    this.#interval = rate === null ? 0 : 1 / rate;
    this.#clock = clock;
    this.#freeAt = clock.now();
  }

  /** Waits until the call may start. Rejects with the signal's reason where that gives up waiting. */
  async wait(signal?: AbortSignal): Promise<void> {
    if (this.#interval === 0) {
      return;
    }
    await this.#line.run(async () => {
      const now = this.#clock.now();
      const start = Math.max(now, this.#freeAt);
      await this.#clock.sleep(start - now, signal);
      this.#freeAt = start + this.#interval;
    }, signal);
  }
}

/** Lets so many callers in at once, the others in their order; null is no limit. */
export class Slots {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(most: number | null) {
    this.#free = most ?? Infinity;
  }

  /** Runs `act` in a slot. Rejects with the signal's reason where that gives up waiting. */
  async run<T>(act: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await act();
    } finally {
      this.#leave();
    }
  }

  async #enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    const isIn = await new Promise<boolean>((resolve) => {
      const waiting = this.#waiting;
      function enter(): void {
        signal?.removeEventListener("abort", giveUp);
        resolve(true);
      }
      function giveUp(): void {
        waiting.delete(enter);
        resolve(false);
      }
      waiting.add(enter);
      signal?.addEventListener("abort", giveUp, { once: true });
    });
    if (!isIn) {
      signal?.throwIfAborted();
    }
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
    } else {
      this.#waiting.delete(next);
      next();
    }
  }
}
