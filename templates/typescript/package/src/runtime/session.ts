/**
 * A signed-in connection to one installation: every call of the package is made here.
 *
 * It holds no secret that console.log, JSON.stringify or an error would show.
 */

import { ClosedError, ParameterError } from "../errors.js";
import { endpoint } from "./address.js";
import { Clock, pause } from "./clock.js";
import { choose } from "./credentials.js";
import type { Credentials, Given } from "./credentials.js";
import { exchange } from "./exchange.js";
import { known } from "./given.js";
import type { CallEvent } from "./hooks.js";
import { RateLimit, Slots } from "./limits.js";
import { argumentsOf, byName, compose } from "./message.js";
import type { Message } from "./message.js";
import { CALL_OPTIONS, limitsOf, PAGE_OPTIONS, settingsOf } from "./options.js";
import type { CallOptions, Options, PageOptions, Settings, TimeLimits } from "./options.js";
import { Walk } from "./paging.js";
import type { Effect, Operation, Paged } from "./schema.js";
import { whenGivenUp } from "./signals.js";
import { send } from "./transport.js";
import type { Failure, Reply } from "./transport.js";

const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const EFFECTS: readonly string[] = ["read", "write", "destructive"] satisfies Effect[];

/** What an untyped call can be given, beside the rest: a `read` may be sent again. */
export interface UntypedCallOptions extends CallOptions {
  readonly effect?: Effect | undefined;
}

/** The connection. `address` is that of the installation, or of the endpoint itself. */
export class Session {
  static {
    // Not as a method: declarations that are made file by file have no computed names.
    Object.defineProperty(this.prototype, INSPECT, {
      value(this: Session): string {
        return this.toString();
      },
    });
  }

  readonly #url: URL;
  readonly #credentials: Credentials;
  readonly #settings: Settings;
  readonly #clock: Clock;
  readonly #rate: RateLimit;
  readonly #slots: Slots;
  readonly #underWay = new Map<AbortController, Operation>();
  #isClosed = false;

  /** Raises ConfigurationError. */
  constructor(address: string, credentials: Given, options: Options = {}, clock: Clock = new Clock()) {
    this.#settings = settingsOf(options);
    this.#url = endpoint(address, this.#settings.allowHttp);
    this.#credentials = choose(credentials, this.#settings.legacyLogin);
    this.#clock = clock;
    this.#rate = new RateLimit(this.#settings.rateLimit, clock);
    this.#slots = new Slots(this.#settings.concurrency);
  }

  /** Where it calls and how it signs in, without a value. */
  toString(): string {
    return `Session(${this.#url.href}, ${this.#credentials
      .pairs()
      .map(([name]) => name)
      .join(" + ")})`;
  }

  toJSON(): string {
    return this.toString();
  }

  /** Calls reject with ClosedError from now on, those under way at once. */
  close(): void {
    this.#isClosed = true;
    for (const [giving, { action }] of this.#underWay) {
      giving.abort(new ClosedError("the client was closed while the call was under way", { action }));
    }
  }

  /** What the action answers. Rejects with the errors of `errors`, or with the reason of the signal. */
  async call<T>(operation: Operation<T>, params: object, options: CallOptions = {}): Promise<T> {
    if (this.#isClosed) {
      throw new ClosedError("the client has been closed", { action: operation.action });
    }
    const { retry, strict, warn } = this.#settings;
    const limits = limitsOf(this.#settings, options);
    const message = compose(operation, params, options.extra, this.#credentials, warn);
    return this.#whileOpen(operation, options.signal, (signal) =>
      exchange(message, {
        clock: this.#clock,
        policy: retry,
        strict: options.strict ?? strict,
        seconds: limits.call,
        signal,
        warn,
        send: (sent, left) => this.#send(sent, limits, left, signal),
        tell: (event, spare) => this.#tell(event, spare, signal),
      }),
    );
  }

  /** The JSON that any action answers, as if the package knew nothing of it. Only a `read` is ever sent again. */
  async callUntyped(action: string, params: object = {}, options: UntypedCallOptions = {}): Promise<unknown> {
    const { effect = "write", ...rest } = known("options of a call", options, CALL_OPTIONS);
    if (typeof action !== "string" || !/^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(action)) {
      throw new ParameterError("action is not the name of an action");
    }
    if (!EFFECTS.includes(effect)) {
      throw new ParameterError(`effect is none of ${EFFECTS.join(", ")}`, { action });
    }
    const operation: Operation = { action, group: "", effect, params: [], response: "any" };
    const given = [...argumentsOf(operation, "params", params), ...argumentsOf(operation, "extra", rest.extra ?? {})];
    return this.call(operation, {}, { ...rest, extra: Object.fromEntries(byName(operation, given)) });
  }

  /** The records of all pages. A page is fetched when its first record is asked for. */
  iterate<T, I>(operation: Paged<T, I>, params: object, options: PageOptions = {}): AsyncGenerator<I, void, undefined> {
    const { pageSize, maxRecords, ...rest } = known("options of a walk", options, PAGE_OPTIONS);
    return this.#records<I>(operation, new Walk(operation, params, { pageSize, maxRecords }), rest);
  }

  async *#records<I>(operation: Operation, walk: Walk, options: CallOptions): AsyncGenerator<I, void, undefined> {
    for (let params = walk.params(); params !== null; params = walk.params()) {
      yield* walk.take(await this.call(operation, params, options)) as readonly I[];
    }
    const message = walk.shortfall();
    if (message !== null) {
      this.#settings.warn({ kind: "incomplete", action: operation.action, message });
    }
  }

  /** What `act` gives. Its signal gives up where the caller's does, and where the client is closed. */
  async #whileOpen<T>(
    operation: Operation,
    caller: AbortSignal | undefined,
    act: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const giving = new AbortController();
    const giveUp = (): void => {
      giving.abort(caller?.reason);
    };
    const forget = caller === undefined ? undefined : whenGivenUp(caller, giveUp);
    this.#underWay.set(giving, operation);
    try {
      return await act(giving.signal);
    } finally {
      this.#underWay.delete(giving);
      forget?.();
    }
  }

  /** Sends the message when the client's limits allow it; from then on it may take `left` seconds. */
  async #send(message: Message, limits: TimeLimits, left: number, signal: AbortSignal): Promise<Reply | Failure> {
    const { userAgent, fetch } = this.#settings;
    const line = { url: this.#url, userAgent, fetch, clock: this.#clock };
    return this.#slots.run(async () => {
      await this.#rate.wait(signal);
      return send(message, line, limits, left, signal);
    }, signal);
  }

  /** Calls the hook, and waits for its promise while the call may go on. */
  async #tell(event: CallEvent, seconds: number, signal: AbortSignal): Promise<void> {
    const { hook, warn } = this.#settings;
    if (hook === null) {
      return;
    }
    const told = async (): Promise<void> => {
      try {
        await hook(event);
      } catch (error) {
        const name = error instanceof Error ? error.name : typeof error;
        warn({ kind: "hook", action: event.action, message: `${event.action}: the hook failed: ${name}` });
      }
    };
    await pause(seconds, signal, told());
  }
}
