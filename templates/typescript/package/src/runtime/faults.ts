/**
 * The error for what was seen: an error message, a page that is no answer, a connection that broke.
 *
 * Everything that comes from the server is masked first.
 */

import * as dialect from "../dialect.js";
import * as errors from "../errors.js";
import { textOf } from "./charset.js";
import type { Clock } from "./clock.js";
import { unescaped } from "./entities.js";
import type { Envelope } from "./envelope.js";
import type { Message } from "./message.js";
import { retryAfter } from "./retry.js";
import type { Failure, Reply } from "./transport.js";

type ErrorClass = typeof errors.ApiError;

const KINDS: ReadonlyMap<string, ErrorClass> = new Map<string, ErrorClass>([
  ["Authentication", errors.AuthenticationError],
  ["IpNotAllowed", errors.IpNotAllowedError],
  ["Permission", errors.PermissionDeniedError],
  ["NotFound", errors.NotFoundError],
  ["InvalidParameter", errors.InvalidParameterError],
  ["Unavailable", errors.UnavailableError],
]);
// For messages that no rule knows.
const STATUSES: ReadonlyMap<number, ErrorClass> = new Map<number, ErrorClass>([
  [401, errors.AuthenticationError],
  [429, errors.UnavailableError],
  [502, errors.UnavailableError],
  [503, errors.UnavailableError],
  [504, errors.UnavailableError],
]);
const UNAVAILABLE = [429, 502, 503, 504];
const REDIRECTS = [301, 302, 303, 307, 308];
const CHECK_FIRST = "The call may have been carried out: look before you repeat it.";

const RULES = dialect.ERROR_RULES.map(([kind, pattern]) => [kind, new RegExp(pattern, "i")] as const);

/** Which rule fits a message first, and what it finds in it; null where none does. HTML entities are read first. */
export function meaning(text: string): { kind: string; groups: Readonly<Record<string, string | undefined>> } | null {
  const read = unescaped(text.slice(0, 2000)).trim();
  for (const [kind, rule] of RULES) {
    const match = rule.exec(read);
    if (match !== null) {
      return { kind, groups: match.groups ?? {} };
    }
  }
  return null;
}

/** The error for an answer that says error, by what its text means. */
export function fromMessage(message: Message, reply: Reply, verdict: Envelope, clock: Clock): errors.ApiError {
  const mask = message.mask();
  const said = [verdict.message, verdict.more].filter((text) => text !== null).join("; ");
  const found = meaning(verdict.message ?? "");
  const byStatus = found === null ? STATUSES.get(reply.status) : KINDS.get(found.kind);
  const kind = byStatus ?? errors.ApiError;
  const ip = found?.groups["ip"];
  const denied = found?.groups["action"];
  return new kind(mask.told(said, 1000) || "the server gives no reason", {
    ...detailsOf(message, reply),
    ip: ip === undefined ? null : mask.line(ip, 60),
    deniedAction: denied === undefined ? null : mask.line(denied, 200),
    ...(kind === errors.UnavailableError ? waitAsked(reply, clock) : {}),
  });
}

/** The error for an answer that is not the API's. */
export function fromPage(message: Message, reply: Reply, clock: Clock): errors.ResponseError {
  const snippet = message.mask().snippet(reply.body, reply.headers.get("content-type") ?? "");
  const kind = UNAVAILABLE.includes(reply.status) ? errors.ServerUnavailableError : errors.ResponseError;
  return new kind(pageProblem(message, reply, snippet), {
    ...detailsOf(message, reply),
    snippet,
    ...(kind === errors.ServerUnavailableError ? waitAsked(reply, clock) : {}),
    moreAdvice: message.operation.effect === "read" ? "" : CHECK_FIRST,
  });
}

/** How long the server asks to wait, if it does. */
function waitAsked(reply: Reply, clock: Clock): errors.Details {
  const seconds = retryAfter(reply.headers, clock);
  const isWait = seconds !== null && seconds > 0 && seconds < Infinity;
  return { retryAfter: seconds, ...(isWait ? { advice: `Wait ${String(Math.ceil(seconds))} s and try again.` } : {}) };
}

/** The same error, complete. */
export function fromValue(
  message: Message,
  reply: Reply,
  error: errors.UnreadableValueError,
): errors.UnreadableValueError {
  const mask = message.mask();
  return new errors.UnreadableValueError(mask.line(error.reason, 1000), {
    ...detailsOf(message, reply),
    path: mask.line(error.path, 200),
    moreAdvice: message.operation.effect === "read" ? "" : "The call itself was carried out: do not repeat it.",
  });
}

/** The error for a request without an answer. */
export function fromFailure(message: Message, failure: Failure): errors.TransportError | errors.ClosedError {
  const { action, effect } = message.operation;
  return new failure.kind(message.mask().line(failure.reason, 300), {
    action,
    mayHaveBeenSent: failure.sent,
    moreAdvice: failure.sent && effect !== "read" ? CHECK_FIRST : "",
  });
}

function detailsOf(message: Message, reply: Reply): errors.Details {
  return { action: message.operation.action, status: reply.status, mayHaveBeenSent: true, body: reply.body };
}

/** What the answer is instead. */
function pageProblem(message: Message, reply: Reply, snippet: string): string {
  const contentType = reply.headers.get("content-type") ?? "";
  const first = textOf(reply.body, contentType).trimStart().slice(0, 1);
  if (REDIRECTS.includes(reply.status)) {
    const [target = ""] = (reply.headers.get("location") ?? "").split("?", 1);
    return `the server sends us elsewhere, to ${message.mask().line(target, 200) || "no address"}`;
  }
  if (!reply.isDecoded) {
    const encoding = message.mask().line(reply.headers.get("content-encoding") ?? "", 60);
    return `the answer is not what its Content-Encoding says: ${encoding}`;
  }
  switch (first) {
    case "":
      return "the answer is empty";
    case "<":
      return `the answer is a web page: ${snippet}`;
    case "{":
    case "[":
      return `the answer is JSON that breaks off or is not ${dialect.PRODUCT}'s: ${snippet}`;
    default:
      return `the answer is not JSON: ${snippet}`;
  }
}
