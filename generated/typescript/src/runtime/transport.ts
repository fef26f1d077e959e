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
import type { Clock } from "./clock.js";
import { connectionFor } from "./connection.js";
import type { Message } from "./message.js";
import type { Fetch, TimeLimits } from "./options.js";

/** An HTTP answer. `seconds` is how long it took; `isDecoded` is false where fetch cannot undo its Content-Encoding. */
export interface Reply {
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  readonly body: Uint8Array;
  readonly isDecoded: boolean;
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
  const client = connectionFor(message.operation.effect);
  try {
    const request = { ...requestOf(message, line, end.signal), ...(client === null ? {} : { client }) };
    const response = await end.orElse(line.fetch(line.url.href, request));
    const body = await end.orElse(decoded(response));
    // What browsers make of a redirect that is not to be followed.
    const status = response.type === "opaqueredirect" ? 302 : response.status;
    const { headers } = response;
    return { status, headers, body: body ?? new Uint8Array(), isDecoded: body !== null, seconds: seconds() };
  } catch (error) {
    if (signal.reason instanceof ClosedError) {
      return { kind: ClosedError, reason: signal.reason.reason, sent: true, seconds: seconds() };
    }
    signal.throwIfAborted();
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
    client?.close();
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

/** The body; null where it is not what its Content-Encoding says: fetch does not give it as it is. */
async function decoded(response: Response): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (chainOf(error).some(({ code }) => typeof code === "string" && NOT_ENCODED.test(code))) {
      return null;
    }
    throw error;
  }
}

type Understood = Omit<Failure, "seconds">;

// Codes of Node, Bun and libuv; what other platforms say stands in their messages.
const NOT_CONNECTED =
  /^(ECONNREFUSED|ConnectionRefused|FailedToOpenSocket|ENOTFOUND|EAI_\w+|E(HOST|NET)UNREACH|EHOSTDOWN|EADDRNOTAVAIL)$/;
const CONNECT_LATE = /^UND_ERR_CONNECT_TIMEOUT$/;
const READ_LATE = /^(UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/;
const TLS = /^(ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|UNABLE_TO_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT\w*|EPROTO)$/;
const CODE = /^\w{1,60}$/;
const BROKEN = /^(ECONNRESET|ConnectionClosed|EPIPE|ECONNABORTED|ETIMEDOUT|ENETDOWN|UND_ERR_SOCKET|HPE_\w+)$/;
// Of Node's zlib, brotli and zstd.
const NOT_ENCODED = /^(Z_DATA_ERROR|ERR__ERROR_FORMAT_\w+|ZSTD_error_\w+)$/;
// Deno's words, of what its errors are caused by; a worker's, which say of any connection that it is lost; and Node's,
// of a server that closes during the handshake, and of ports that no fetch connects to.
const SAYS_TLS =
  /client error \(Connect\): .*(?:certificate|handshake|corrupt message|TLS)|before secure TLS connection was/i;
const SAYS_NOT_CONNECTED = /client error \(Connect\)|dns error|tcp connect error|^bad port$/;
const SAYS_BROKEN =
  /^terminated$|^(Network connection lost|Connection reset|error reading a body)|client error \(SendRequest\)/;
// Deno did not let us connect.
const NOT_ALLOWED = "NotCapable";

/** What an error of fetch means. Its texts are looked at and never told: they may hold the address or headers. */
function understood(error: unknown, host: string): Understood {
  const chain = chainOf(error);
  const codeLike = (pattern: RegExp): string | undefined =>
    chain.map(({ code }) => code).find((code) => typeof code === "string" && pattern.test(code)) as string | undefined;
  const says = (pattern: RegExp): boolean =>
    chain.some(({ message }) => typeof message === "string" && pattern.test(message));
  if (codeLike(CONNECT_LATE) !== undefined) {
    return { kind: ConnectTimeoutError, reason: `no connection to ${host} in time`, sent: false };
  }
  if (codeLike(READ_LATE) !== undefined) {
    return { kind: ReadTimeoutError, reason: `no answer from ${host} in time`, sent: true };
  }
  const tls = codeLike(TLS) ?? (says(SAYS_TLS) ? "TLS" : undefined);
  if (tls !== undefined) {
    return { kind: TlsError, reason: `no connection to ${host}: ${tls}`, sent: false };
  }
  const name = error instanceof Error ? error.name : typeof error;
  const refused = codeLike(NOT_CONNECTED) ?? (name === NOT_ALLOWED ? "this program may not connect to it" : undefined);
  if (refused !== undefined || says(SAYS_NOT_CONNECTED)) {
    return { kind: ConnectionFailedError, reason: `no connection to ${host}: ${refused ?? "refused"}`, sent: false };
  }
  const broken = codeLike(BROKEN);
  if (broken !== undefined || says(SAYS_BROKEN)) {
    return { kind: ConnectionLostError, reason: `the connection to ${host} broke: ${broken ?? "closed"}`, sent: true };
  }
  return { kind: TransportError, reason: `the exchange with ${host} failed: ${codeLike(CODE) ?? name}`, sent: true };
}

interface Link {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** An error, what is behind it, and the first of several. */
function chainOf(error: unknown, levels = 6): Link[] {
  if (typeof error !== "object" || error === null || levels === 0) {
    return [];
  }
  const link: Link = error;
  const several: readonly unknown[] = Array.isArray(link.errors) ? link.errors : [];
  return [link, ...[link.cause, several[0]].flatMap((inner) => chainOf(inner, levels - 1))];
}
