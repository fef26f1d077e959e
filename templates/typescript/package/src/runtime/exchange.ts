/** The life of one call, from message to model or error. */

import {
  ApiError,
  ConnectionFailedError,
  ConnectionLostError,
  ConnectTimeoutError,
  ReadTimeoutError,
  TlsError,
  UnavailableError,
  UnreadableValueError,
} from "../errors.js";
import { findJson } from "./body.js";
import type { Clock } from "./clock.js";
import * as decode from "./decode.js";
import { envelope, hasOutcome } from "./envelope.js";
import * as faults from "./faults.js";
import type { CallEvent, WarningHandler } from "./hooks.js";
import type { Message } from "./message.js";
import { place } from "./paging.js";
import { delay, retryAfter } from "./retry.js";
import type { Policy } from "./retry.js";
import type { Failure, Reply } from "./transport.js";

type Outcome<T> = { readonly value: T; readonly error?: never } | { readonly error: Error };

/**
 * What the life of a call needs from outside.
 *
 * seconds:  what it may take, without waiting for the client's own limits; null for no limit
 * send:     is given the seconds that are left of that
 * tell:     is given those that nothing else needs
 */
export interface Means {
  readonly clock: Clock;
  readonly policy: Policy;
  readonly strict: boolean;
  readonly seconds: number | null;
  readonly signal: AbortSignal;
  readonly warn: WarningHandler;
  send(message: Message, left: number): Promise<Reply | Failure>;
  tell(event: CallEvent, spare: number): Promise<void>;
}

// Timers count whole milliseconds, and may end one early.
const TIMER = 0.002;

/** The answer of a call. Only a read that fails for a passing reason is sent again. */
export async function exchange<T>(message: Message<T>, means: Means): Promise<T> {
  let left = means.seconds ?? Infinity;
  for (let attempt = 1; ; attempt++) {
    const answer = await means.send(message, left);
    left -= answer.seconds;
    const outcome = judge(message, answer, means);
    const wait = waitAfter(message, answer, outcome.error, attempt, means);
    const fits = wait !== null && wait < left;
    const began = means.clock.now();
    await means.tell(eventOf(message, answer, outcome.error, attempt, !fits), fits ? left - wait : left);
    left -= means.clock.now() - began;
    if (outcome.error === undefined) {
      return outcome.value;
    }
    if (!fits || wait + TIMER >= left) {
      throw outcome.error; // the hook may have taken it all
    }
    await means.clock.sleep(wait, means.signal);
    left -= wait;
  }
}

/** Seconds until the call is sent again; null where it is not. */
function waitAfter(
  message: Message,
  answer: Reply | Failure,
  error: Error | undefined,
  attempt: number,
  { policy, clock }: Means,
): number | null {
  if (error === undefined || !mayRepeat(message, answer, error, attempt, policy)) {
    return null;
  }
  const asked = "kind" in answer ? null : retryAfter(answer.headers, clock);
  return delay(policy, attempt, asked, clock.chance());
}

/** What an answer means. The body decides; the status only where the body does not say. */
function judge<T>(message: Message<T>, answer: Reply | Failure, { clock, strict, warn }: Means): Outcome<T> {
  if ("kind" in answer) {
    return { error: faults.fromFailure(message, answer) };
  }
  const data = findJson(answer.body, answer.headers.get("content-type") ?? "")?.data ?? null;
  if (data === null) {
    return { error: faults.fromPage(message, answer, clock) };
  }
  const verdict = envelope(data);
  if (verdict.outcome === "error") {
    return { error: faults.fromMessage(message, answer, verdict, clock) };
  }
  const isForeign = !hasOutcome(data) && (answer.status >= 300 || !decode.isAnswer(message.operation, data));
  if (verdict.outcome === "unknown" || isForeign) {
    return { error: faults.fromPage(message, answer, clock) };
  }
  if (verdict.warning !== null) {
    const { action } = message.operation;
    warn({ kind: "server", action, message: `${action}: ${message.mask().told(verdict.warning, 1000)}` });
  }
  try {
    const value = decode.read(message.operation, data, strict, () => message.mask());
    place(value, message);
    return { value };
  } catch (error) {
    if (error instanceof UnreadableValueError) {
      return { error: faults.fromValue(message, answer, error) };
    }
    throw error;
  }
}

/** Whether a failed call is a read and worth another attempt. */
function mayRepeat(message: Message, answer: Reply | Failure, error: Error, attempt: number, policy: Policy): boolean {
  if (message.operation.effect !== "read" || attempt > policy.retries) {
    return false;
  }
  if ("kind" in answer) {
    const isPassing = [ConnectionFailedError, ConnectionLostError, ConnectTimeoutError].some(
      (kind) => error instanceof kind,
    );
    return (isPassing && !(error instanceof TlsError)) || (policy.afterTimeout && error instanceof ReadTimeoutError);
  }
  const isUndecided = error instanceof UnavailableError || error.constructor === ApiError;
  return policy.statuses.has(answer.status) && isUndecided;
}

function eventOf(
  message: Message,
  answer: Reply | Failure,
  error: Error | undefined,
  attempt: number,
  isFinal: boolean,
): CallEvent {
  return {
    action: message.operation.action,
    effect: message.operation.effect,
    attempt,
    duration: answer.seconds,
    status: "kind" in answer ? null : answer.status,
    outcome: error === undefined ? "success" : isFinal ? "error" : "retry",
    error: error?.name ?? null,
  };
}
