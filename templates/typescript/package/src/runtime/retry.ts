/**
 * When a read is sent again, and after how long. Writes are sent once, whatever happens.
 *
 * The wait doubles from attempt to attempt and is shortened by chance, so that many clients do not come back in step. A
 * server that says `Retry-After` is believed: it is never asked earlier, and not again where it wants us to wait too
 * long.
 */

import { ConfigurationError } from "../errors.js";
import type { Clock } from "./clock.js";
import { known, yesOrNo } from "./given.js";

/** How often and when a read is repeated. All times are in seconds. */
export interface Retry {
  /** Attempts after the first one; 2. */
  readonly retries?: number | undefined;
  /** Wait before the second attempt; then it doubles; less up to half by chance; 0.5. */
  readonly firstDelay?: number | undefined;
  /** Limit of that; 8. */
  readonly longestDelay?: number | undefined;
  /** Limit of what a server may ask for with Retry-After; where it asks for more, the call ends with the error; 60. */
  readonly longestRequest?: number | undefined;
  /** HTTP statuses that are worth another attempt; 429, 502, 503, 504. */
  readonly statuses?: readonly number[] | undefined;
  /** Whether a timeout is, too: it multiplies the time that a call can take; false. */
  readonly afterTimeout?: boolean | undefined;
}

const NAMES = ["retries", "firstDelay", "longestDelay", "longestRequest", "statuses", "afterTimeout"];

/** A Retry with nothing left open. */
export interface Policy {
  readonly retries: number;
  readonly firstDelay: number;
  readonly longestDelay: number;
  readonly longestRequest: number;
  readonly statuses: ReadonlySet<number>;
  readonly afterTimeout: boolean;
}

/** The policy behind `retries` of the options. Raises ConfigurationError. */
export function policyOf(given: Retry | number = {}): Policy {
  const retry = typeof given === "number" ? { retries: given } : known("retries", given, NAMES);
  const { retries = 2, firstDelay = 0.5, longestDelay = 8, longestRequest = 60, afterTimeout = false } = retry;
  if (!Number.isSafeInteger(retries) || retries < 0) {
    throw new ConfigurationError("retries is not a whole number from 0 up");
  }
  for (const [name, seconds] of Object.entries({ firstDelay, longestDelay, longestRequest })) {
    if (!(typeof seconds === "number" && seconds >= 0 && seconds < Infinity)) {
      throw new ConfigurationError(`${name} is not a number of seconds from 0 up`);
    }
  }
  const statuses: unknown = retry.statuses ?? [429, 502, 503, 504];
  if (!Array.isArray(statuses) || !statuses.every(Number.isSafeInteger)) {
    throw new ConfigurationError("statuses is not a list of HTTP statuses");
  }
  yesOrNo("afterTimeout", afterTimeout);
  return { retries, firstDelay, longestDelay, longestRequest, afterTimeout, statuses: new Set<number>(statuses) };
}

/**
 * Seconds to wait after the given attempt (from 1); `asked` is the server's own wish.
 *
 * null is not to try again. A server that asks for nothing, or names a moment in the past, gets the usual wait.
 */
export function delay(policy: Policy, attempt: number, asked: number | null, chance: number): number | null {
  if (asked !== null && asked > 0) {
    return asked <= policy.longestRequest ? asked : null;
  }
  const doubled = policy.firstDelay * 2 ** Math.min(attempt - 1, 60);
  return Math.min(doubled, policy.longestDelay) * (1 - chance / 2);
}

// "120", "0.5"
const SECONDS = /^\s*(\d+(?:\.\d*)?)\s*$/;
// "Wed, 21 Oct 2026 07:28:00 GMT"; "Wednesday, 21-Oct-26 07:28:00 GMT"
const TIME = "([0-2]\\d(?::[0-5]\\d){1,2})";
const ZONE = "(GMT|UTC|Z|[+-](?:[01]\\d|2[0-3])[0-5]\\d)";
const DATE = new RegExp(
  `^(?:[a-z]+,?\\s+)?(\\d{1,2})[ -]([a-z]{3})[ -]([1-9]\\d{3}|\\d\\d)\\s+${TIME}\\s*${ZONE}?$`,
  "i",
);
// "Wed Oct 21 07:28:00 2026", as C's asctime() writes it
const ASCTIME = /^(?:[a-z]+\s+)?([a-z]{3})\s+(\d{1,2})\s+(\d\d:\d\d(?::\d\d)?)\s+([1-9]\d{3})$/i;

/**
 * Seconds that a server asks to wait, from 0 up; null where it does not say, or not clearly.
 *
 * `Retry-After: 120` or `Retry-After: Wed, 21 Oct 2026 07:28:00 GMT`; a date is held against the server's own `Date`
 * where it sends one, because clocks differ.
 */
export function retryAfter(headers: Pick<Headers, "get">, clock: Clock): number | null {
  const text = headers.get("retry-after") ?? "";
  const seconds = SECONDS.exec(text)?.[1];
  if (seconds !== undefined) {
    return Number(seconds);
  }
  const moment = timestamp(text);
  return moment === null ? null : Math.max(0, moment - (timestamp(headers.get("date") ?? "") ?? clock.wall()));
}

/** Seconds since 1970 of an HTTP date, in any of its three forms; one without a zone is UTC. */
function timestamp(text: string): number | null {
  const ordered = text.trim().replace(ASCTIME, "$2 $1 $4 $3");
  const [found, day = "", month = "", year = "", time = "", zone = "GMT"] = DATE.exec(ordered) ?? [];
  if (found === undefined) {
    return null;
  }
  const century = year.length === 4 ? "" : Number(year) > 68 ? "19" : "20";
  const date = `${day} ${month} ${century}${year}`;
  const moment = Date.parse(`${date} ${time} ${zone}`);
  // Date.parse takes the 31st of February for the 3rd of March, and the hour 24.
  const isDay = new Date(`${date} GMT`).getUTCDate() === Number(day);
  return Number.isNaN(moment) || !isDay || time.startsWith("24") ? null : moment / 1000;
}
