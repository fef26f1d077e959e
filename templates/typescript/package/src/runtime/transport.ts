/**
 * Between our messages and fetch: one request, and what came of it.
 *
 * A message is sent once: redirects are not followed. No error of fetch gets past this module: it may hold the form.
 */

import * as dialect from "../dialect.js";
import {
  ClosedError,
  ConnectionFailedError,
  ConnectionLostError,
  ConnectTimeoutError,
  ReadTimeoutError,
  TlsError,
  TransportError,
} from "../errors.js";
import { reasonOf } from "./clock.js";
import type { Clock } from "./clock.js";
import type { Message } from "./message.js";
import type { Fetch, TimeLimits } from "./options.js";

/** An HTTP answer. `seconds` is how long it took. */
export interface Reply {
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  readonly body: Uint8Array;
  readonly seconds: number;
}

/** No HTTP answer: the error to throw, what happened, whether anything may have been sent. */
export interface Failure {
  readonly kind: typeof TransportError | typeof ClosedError;
  readonly reason: string;
  readonly sent: boolean;
  readonly seconds: number;
}

/** Where messages go, and how. */
export interface Line {
  readonly url: URL;
  readonly userAgent: string | null;
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/**
 * Sends the message and waits for the whole answer; `left` is what is left of the whole call, in seconds.
 *
 * Rejects with the signal's reason where that gives up, unless it is that the client was closed.
 */
export async function send(
  message: Message,
  line: Line,
  limits: TimeLimits,
  left: number,
  signal: AbortSignal,
): Promise<Reply | Failure> {
  const started = line.clock.now();
  const seconds = (): number => line.clock.now() - started;
  const limit = limits.attempt ?? Infinity;
  const end = new Ending(Math.min(limit, left), signal);
  try {
    const response = await end.orElse(line.fetch(line.url.href, requestOf(message, line, end.signal)));
    const body = new Uint8Array(await end.orElse(response.arrayBuffer()));
    // What browsers make of a redirect that is not to be followed.
    const status = response.type === "opaqueredirect" ? 302 : response.status;
    return { status, headers: response.headers, body, seconds: seconds() };
  } catch (error) {
    if (signal.aborted) {
      const reason = reasonOf(signal);
      if (!(reason instanceof ClosedError)) {
        throw reason;
      }
      return { kind: ClosedError, reason: reason.reason, sent: true, seconds: seconds() };
    }
    if (end.isLate) {
      const reason =
        limit <= left
          ? `no answer within ${String(limit)} s`
          : `not done within ${String(limits.call)} s, the limit of the whole call`;
      return { kind: ReadTimeoutError, reason, sent: true, seconds: seconds() };
    }
    return { ...understood(error, line.url.hostname), seconds: seconds() };
  } finally {
    end.clear();
  }
}

function requestOf(message: Message, line: Line, signal: AbortSignal): RequestInit {
  return {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      "user-agent": line.userAgent ?? `${dialect.PACKAGE}-typescript`,
    },
    body: message.body(),
    redirect: "manual",
    signal,
  };
}

/** The end of one attempt: its time is over, or the caller gives up. */
class Ending {
  isLate = false;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout> | null;
  readonly #caller: AbortSignal;
  readonly #giveUp = (): void => {
    this.#controller.abort();
  };

  constructor(limit: number, caller: AbortSignal) {
    this.#caller = caller;
    caller.addEventListener("abort", this.#giveUp, { once: true });
    if (caller.aborted) {
      this.#giveUp();
    }
    const late = (): void => {
      this.isLate = true;
      this.#controller.abort();
    };
    this.#timer = limit === Infinity ? null : setTimeout(late, limit * 1000);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The promise's value; rejects at the end, even where a fetch does not listen to its signal. */
  async orElse<T>(promise: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const end = (): void => {
        reject(new Error("the end of the attempt"));
      };
      this.signal.addEventListener("abort", end, { once: true });
      if (this.signal.aborted) {
        end();
      }
      promise.then(resolve, reject).finally(() => {
        this.signal.removeEventListener("abort", end);
      });
    });
  }

  clear(): void {
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    this.#caller.removeEventListener("abort", this.#giveUp);
  }
}

type Understood = Omit<Failure, "seconds">;

// Codes of Node, Bun and libuv; what other platforms say stands in their messages.
const NOT_CONNECTED =
  /^(ECONNREFUSED|ConnectionRefused|FailedToOpenSocket|ENOTFOUND|EAI_\w+|E(HOST|NET)UNREACH|EHOSTDOWN|EADDRNOTAVAIL)$/;
const CONNECT_LATE = /^UND_ERR_CONNECT_TIMEOUT$/;
const READ_LATE = /^(UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/;
const TLS = /^(ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|UNABLE_TO_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT\w*|EPROTO)$/;
const BROKEN = /^(ECONNRESET|ConnectionClosed|EPIPE|ECONNABORTED|ETIMEDOUT|ENETDOWN|UND_ERR_SOCKET|HPE_\w+)$/;
const SAYS_NOT_CONNECTED = /\(Connect\)|dns error|tcp connect error/;

/** What an error of fetch means. Only its codes are told: its texts may hold headers or parts of the answer. */
function understood(error: unknown, host: string): Understood {
  const [chain, says] = [codesIn(error), error instanceof Error ? error.message : ""];
  const codeLike = (pattern: RegExp): string | undefined => chain.find((code) => pattern.test(code));
  const code = codeLike(/./);
  if (codeLike(CONNECT_LATE) !== undefined) {
    return { kind: ConnectTimeoutError, reason: `no connection to ${host} in time`, sent: false };
  }
  if (codeLike(READ_LATE) !== undefined) {
    return { kind: ReadTimeoutError, reason: `no answer from ${host} in time`, sent: true };
  }
  const tls = codeLike(TLS);
  if (tls !== undefined) {
    return { kind: TlsError, reason: `no connection to ${host}: ${tls}`, sent: false };
  }
  const refused = codeLike(NOT_CONNECTED);
  if (refused !== undefined || SAYS_NOT_CONNECTED.test(says)) {
    return { kind: ConnectionFailedError, reason: `no connection to ${host}: ${refused ?? "refused"}`, sent: false };
  }
  const broken = codeLike(BROKEN);
  if (broken !== undefined || says === "terminated") {
    return { kind: ConnectionLostError, reason: `the connection to ${host} broke: ${broken ?? "closed"}`, sent: true };
  }
  const name = code ?? (error instanceof Error ? error.name : typeof error);
  return { kind: TransportError, reason: `the exchange with ${host} failed: ${name}`, sent: true };
}

/** The codes of an error, of what is behind it, and of the first of several. */
function codesIn(error: unknown, levels = 6): string[] {
  if (typeof error !== "object" || error === null || levels === 0) {
    return [];
  }
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  const several: readonly unknown[] = Array.isArray(errors) ? errors : [];
  const own = typeof code === "string" && /^\w{1,60}$/.test(code) ? [code] : [];
  return [...own, ...[cause, several[0]].flatMap((inner) => codesIn(inner, levels - 1))];
}
