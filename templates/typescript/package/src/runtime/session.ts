/**
 * A signed-in connection to one installation: every call of the package is made here.
 *
 * It holds no secret that console.log, JSON.stringify or an error would show.
 */

import { ClosedError, ParameterError } from "../errors.js";
import { endpoint } from "./address.js";
import { Clock } from "./clock.js";
import { choose } from "./credentials.js";
import type { Credentials, Given } from "./credentials.js";
import { exchange } from "./exchange.js";
import type { Means } from "./exchange.js";
import type { CallEvent } from "./hooks.js";
import { RateLimit, Slots } from "./limits.js";
import { compose } from "./message.js";
import type { Message } from "./message.js";
import { seconds, settingsOf, totalOf } from "./options.js";
import type { CallOptions, Options, PageOptions, Settings } from "./options.js";
import { Walk } from "./paging.js";
import type { Effect, Operation, Paged } from "./schema.js";
import { send } from "./transport.js";
import type { Failure, Limits, Reply } from "./transport.js";

const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const EFFECTS: readonly string[] = ["read", "write", "destructive"] satisfies Effect[];

/** What a call of an unknown action can be given, beside the rest: a `read` may be sent again. */
export interface UnknownCallOptions extends CallOptions {
  readonly effect?: Effect | undefined;
}

/** The connection. `address` is that of the installation, or of the endpoint itself. */
export class Session {
  readonly #url: URL;
  readonly #credentials: Credentials;
  readonly #settings: Settings;
  readonly #clock: Clock;
  readonly #rate: RateLimit;
  readonly #slots: Slots;
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

  [INSPECT](): string {
    return this.toString();
  }

  /** Calls reject with ClosedError from now on. */
  close(): void {
    this.#isClosed = true;
  }

  /** What the action answers. Rejects with the errors of `errors`, or with the reason of the signal. */
  async call<T>(operation: Operation<T>, params: object, options: CallOptions = {}): Promise<T> {
    if (this.#isClosed) {
      throw new ClosedError("the client has been closed", { action: operation.action });
    }
    const settings = this.#settings;
    const timeout = seconds("timeout", options.timeout === undefined ? settings.timeout : options.timeout);
    const total = options.totalTimeout === undefined && options.timeout === undefined ? settings : options;
    const totalTimeout = totalOf(timeout, total.totalTimeout);
    const message = compose(operation, params, options.extra, this.#credentials, settings.warn);
    const means: Means = {
      clock: this.#clock,
      policy: settings.retry,
      strict: options.strict ?? settings.strict,
      totalTimeout,
      signal: options.signal,
      warn: settings.warn,
      send: (sent, left) => this.#send(sent, { timeout, left, totalTimeout }, options.signal),
      tell: (event) => this.#tell(event),
    };
    return exchange(message, means);
  }

  /** The JSON that any action answers. Only a `read` is ever sent again. */
  async callUnknown(action: string, params: object = {}, options: UnknownCallOptions = {}): Promise<unknown> {
    const { effect = "write", ...rest } = options;
    if (typeof action !== "string" || !/^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(action)) {
      throw new ParameterError("action is not the name of an action");
    }
    if (!EFFECTS.includes(effect)) {
      throw new ParameterError(`effect is none of ${EFFECTS.join(", ")}`, { action });
    }
    const operation: Operation = { action, group: "", effect, params: [], response: "any" };
    return this.call(operation, {}, { ...rest, extra: { ...params, ...rest.extra } });
  }

  /** The records of all pages. A page is fetched when its first record is asked for. */
  iterate<T, I>(operation: Paged<T, I>, params: object, options: PageOptions = {}): AsyncGenerator<I, void, undefined> {
    const { pageSize, maxRecords, ...rest } = options;
    return this.#records<I>(operation, new Walk(operation, params, { pageSize, maxRecords }), rest);
  }

  async *#records<I>(operation: Operation, walk: Walk, options: CallOptions): AsyncGenerator<I, void, undefined> {
    for (let params = walk.params(); params !== null; params = walk.params()) {
      yield* walk.take(await this.call(operation, params, options)) as readonly I[];
    }
  }

  /** Sends the message when the limits allow it. From then on it may take `timeout` seconds, or what is `left`. */
  async #send(message: Message, limits: Limits, signal: AbortSignal | undefined): Promise<Reply | Failure> {
    const { userAgent, fetch } = this.#settings;
    return this.#slots.run(async () => {
      const wait = this.#rate.delay();
      if (wait > 0) {
        await this.#clock.sleep(wait, signal);
      }
      return send(message, { url: this.#url, userAgent, fetch, clock: this.#clock }, limits, signal);
    }, signal);
  }

  async #tell(event: CallEvent): Promise<void> {
    const { hook, warn } = this.#settings;
    try {
      await hook?.(event);
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      warn({ kind: "hook", action: event.action, message: `${event.action}: the hook failed: ${name}` });
    }
  }
}
