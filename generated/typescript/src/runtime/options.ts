/** Everything about a client but its address and credentials. Checked when it is made. */

import { ConfigurationError } from "../errors.js";
import type { Extra } from "./aliases.js";
import { known, yesOrNo } from "./given.js";
import { defaultHandler } from "./hooks.js";
import type { Hook, WarningHandler } from "./hooks.js";
import { policyOf } from "./retry.js";
import type { Policy, Retry } from "./retry.js";

const DEFAULT_TIMEOUT = 60;
// Whoever gives more means milliseconds.
const LONGEST_TIMEOUT = 3600;
// A whole call may take so many times its timeout.
const TOTAL = 5;

/** What sends requests: the platform's own fetch, or one with proxies, certificates or connections of its own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How calls are made. */
export interface Options {
  /** Seconds that one attempt may take, its whole answer included; 60. null for no limit. */
  readonly timeout?: number | null | undefined;
  /**
   * Seconds that a call may take with all its attempts and the waits between them, but not for waiting until
   * `rateLimit` and `concurrency` let it begin; five times the timeout. null for no limit.
   */
  readonly totalTimeout?: number | null | undefined;
  /** Attempts after the first one, for reads only; or a Retry, to say more; 2. */
  readonly retries?: Retry | number | undefined;
  /** Throw UnreadableValueError where a value contradicts its documented type; false. */
  readonly strict?: boolean | undefined;
  /** Calls a second, evenly spaced; no limit. */
  readonly rateLimit?: number | null | undefined;
  /** Calls under way at once; no limit. */
  readonly concurrency?: number | null | undefined;
  /** Called with a CallEvent after every request. */
  readonly hook?: Hook | undefined;
  /** Told what is deprecated, left out or remarked by the server; process.emitWarning, or the console. */
  readonly onWarning?: WarningHandler | undefined;
  /** Send credentials over plain http to other machines; false. */
  readonly allowHttp?: boolean | undefined;
  /** Allow the ways to sign in that the server's makers advise against; false. */
  readonly legacyLogin?: boolean | undefined;
  /** What the server's log says; the name of this package. */
  readonly userAgent?: string | undefined;
  /** What sends requests; the platform's own fetch. */
  readonly fetch?: Fetch | undefined;
}

/** What a single call can be given. */
export interface CallOptions {
  /** Parameters that this package does not know; they cannot replace those that the client sets. */
  readonly extra?: Extra | undefined;
  /** In place of the client's own. */
  readonly timeout?: number | null | undefined;
  /** In place of the client's own. */
  readonly totalTimeout?: number | null | undefined;
  /** In place of the client's own. */
  readonly strict?: boolean | undefined;
  /** Gives the call up; it then rejects with the signal's reason. A write may have been carried out all the same. */
  readonly signal?: AbortSignal | undefined;
}

/** What a walk through all pages can be given; the timeouts are those of each page. */
export interface PageOptions extends CallOptions {
  /** Records a page. */
  readonly pageSize?: number | undefined;
  /** Records altogether; no limit. */
  readonly maxRecords?: number | undefined;
}

/** The names of all options. */
export const OPTIONS: readonly string[] = Object.keys({
  timeout: 0,
  totalTimeout: 0,
  retries: 0,
  strict: 0,
  rateLimit: 0,
  concurrency: 0,
  hook: 0,
  onWarning: 0,
  allowHttp: 0,
  legacyLogin: 0,
  userAgent: 0,
  fetch: 0,
} satisfies Record<keyof Options, 0>);
/** Those of a call; `effect` is for actions that the package does not know, and does no harm where it knows one. */
export const CALL_OPTIONS: readonly string[] = ["extra", "timeout", "totalTimeout", "strict", "signal", "effect"];
/** Those of a walk through all pages. */
export const PAGE_OPTIONS: readonly string[] = ["pageSize", "maxRecords", ...CALL_OPTIONS];

/** Options with nothing left open, but for the limit of a whole call, which may depend on the other one. */
export interface Settings {
  readonly timeout: number | null;
  readonly totalTimeout: number | null | undefined;
  readonly retry: Policy;
  readonly strict: boolean;
  readonly rateLimit: number | null;
  readonly concurrency: number | null;
  readonly hook: Hook | null;
  readonly warn: WarningHandler;
  readonly allowHttp: boolean;
  readonly legacyLogin: boolean;
  readonly userAgent: string | null;
  readonly fetch: Fetch;
}

/** The options, checked. Raises ConfigurationError. */
export function settingsOf(options: Options): Settings {
  const { rateLimit = null, concurrency = null, hook, onWarning, userAgent, fetch } = options;
  if (rateLimit !== null && !(typeof rateLimit === "number" && rateLimit > 0 && rateLimit < Infinity)) {
    throw new ConfigurationError("rateLimit is not a number of calls a second above 0");
  }
  if (concurrency !== null && (!Number.isSafeInteger(concurrency) || concurrency < 1)) {
    throw new ConfigurationError("concurrency is not a whole number from 1 up");
  }
  for (const [name, value] of Object.entries({ hook, onWarning, fetch })) {
    if (value !== undefined && typeof value !== "function") {
      throw new ConfigurationError(`${name} cannot be called`);
    }
  }
  if (userAgent !== undefined && !(typeof userAgent === "string" && /^[ -~]*$/.test(userAgent))) {
    throw new ConfigurationError("userAgent is not printable ASCII text");
  }
  const { timeout = DEFAULT_TIMEOUT, totalTimeout } = options;
  checkTimes(timeout, totalTimeout);
  return {
    timeout,
    totalTimeout,
    retry: policyOf(options.retries),
    strict: yesOrNo("strict", options.strict),
    rateLimit,
    concurrency,
    hook: hook ?? null,
    warn: onWarning ?? defaultHandler(),
    allowHttp: yesOrNo("allowHttp", options.allowHttp),
    legacyLogin: yesOrNo("legacyLogin", options.legacyLogin),
    userAgent: userAgent ?? null,
    // Asked for at each call: a test may replace it, and a bare `fetch` must not be called as a method.
    fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)),
  };
}

/** Seconds that each attempt and the whole of a call may take; null for no limit. */
export interface TimeLimits {
  readonly attempt: number | null;
  readonly call: number | null;
}

/** The options of one call, checked, and the limits that follow from them. Raises ConfigurationError. */
export function limitsOf(settings: Settings, options: CallOptions): TimeLimits {
  known("options of a call", options, CALL_OPTIONS);
  yesOrNo("strict", options.strict);
  if (options.signal !== undefined && !(options.signal instanceof AbortSignal)) {
    throw new ConfigurationError("signal is not an AbortSignal");
  }
  // A timeout of its own has a total of its own: that of the client fits the client's timeout.
  const own = options.timeout === undefined ? settings.totalTimeout : undefined;
  const { timeout = settings.timeout, totalTimeout = own } = options;
  checkTimes(timeout, totalTimeout);
  const total = timeout === null ? null : TOTAL * timeout;
  return { attempt: timeout, call: totalTimeout === undefined ? total : totalTimeout };
}

function checkTimes(timeout: number | null, totalTimeout: number | null | undefined): void {
  checkSeconds("timeout", timeout, LONGEST_TIMEOUT);
  checkSeconds("totalTimeout", totalTimeout ?? null, TOTAL * LONGEST_TIMEOUT);
}

function checkSeconds(name: string, value: number | null, longest: number): void {
  if (value !== null && !(typeof value === "number" && value > 0 && value <= longest)) {
    const limit = `above 0, at most ${String(longest)}`;
    throw new ConfigurationError(`${name} is not a number of seconds ${limit}; null is no timeout`);
  }
}
