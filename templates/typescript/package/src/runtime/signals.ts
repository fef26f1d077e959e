/** Callers' signals, of which one is often given to many calls at once. */

type Act = () => void;

/** What is to be done when a signal gives up. One listener does it all: Node.js warns of more than ten on a signal. */
class Watch {
  readonly #signal: AbortSignal;
  readonly #acts = new Set<Act>();
  readonly #giveUp = (): void => {
    [...this.#acts].forEach((act) => {
      act();
    });
  };

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  add(act: Act): void {
    this.#acts.add(act);
    this.#signal.addEventListener("abort", this.#giveUp); // once, however often it is added
  }

  /** Who is done leaves nothing behind: a signal with a listener may be kept alive. */
  delete(act: Act): void {
    this.#acts.delete(act);
    if (this.#acts.size === 0) {
      this.#signal.removeEventListener("abort", this.#giveUp);
    }
  }
}

const watches = new WeakMap<AbortSignal, Watch>();

/** Calls `act` when the signal gives up, or at once where it has. Gives what takes that back. */
export function whenGivenUp(signal: AbortSignal, act: Act): Act {
  if (signal.aborted) {
    act();
  }
  const watch = watches.get(signal) ?? new Watch(signal);
  watches.set(signal, watch);
  watch.add(act);
  return () => {
    watch.delete(act);
  };
}
