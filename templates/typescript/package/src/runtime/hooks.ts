/** What the user of the package is told beside answers: one event a request, and warnings. No parameter is in them. */

import type { Effect } from "./schema.js";

/**
 * One attempt of one call, after it has ended.
 *
 * attempt:   from 1; more than 1 for repeated reads
 * duration:  seconds from sending to the end of the answer, without waiting for a limit
 * status:    HTTP status; null where there was no answer
 * outcome:   success, error, or retry: failed, and will be sent again
 * error:     name of the error's class; null on success
 */
export interface CallEvent {
  readonly action: string;
  readonly effect: Effect;
  readonly attempt: number;
  readonly duration: number;
  readonly status: number | null;
  readonly outcome: "success" | "error" | "retry";
  readonly error: string | null;
}

/**
 * A hook that fails is told as a warning and otherwise ignored: the call matters more.
 *
 * A promise is awaited until the call's time is over, its signal gives up or the client is closed; then the call goes
 * on.
 */
export type Hook = (event: CallEvent) => unknown;

/**
 * Something that the user should know of, although the call goes on.
 *
 * deprecated:  the action or a parameter is
 * left out:    a parameter that only the client may set
 * server:      what the server adds to a success
 * incomplete:  all pages together had fewer records than the server counts
 * hook:        the hook failed
 */
export interface Warning {
  readonly kind: "deprecated" | "left out" | "server" | "incomplete" | "hook";
  readonly action: string;
  readonly message: string;
}

export type WarningHandler = (warning: Warning) => void;

interface Host {
  readonly process?: { emitWarning?: (message: string, type: string) => void };
}

/** Node's own way to warn; the console elsewhere. What is deprecated is told once a client. */
export function defaultHandler(): WarningHandler {
  const told = new Set<string>();
  return ({ kind, message }) => {
    if (kind === "deprecated" && told.has(message)) {
      return;
    }
    if (kind === "deprecated") {
      told.add(message);
    }
    const host = globalThis as Host;
    if (typeof host.process?.emitWarning === "function") {
      host.process.emitWarning(message, kind === "deprecated" ? "DeprecationWarning" : "Warning");
    } else {
      console.warn(message);
    }
  };
}
