/**
 * What one call sends: the form's pairs, with the action and the credentials merged in last.
 *
 * PHP folds names: `id`, `id[x]` and `" id"` are one variable, and a dot is an underscore. A parameter whose name folds
 * to one that the client sets is left out, with a warning.
 */

import * as dialect from "../dialect.js";
import { ParameterError } from "../errors.js";
import type { Credentials } from "./credentials.js";
import * as form from "./form.js";
import type { WarningHandler } from "./hooks.js";
import { Mask } from "./mask.js";
import { isMap, isWhole, pairsOf } from "./misfit.js";
import type { Arguments } from "./requirements.js";
import type { Operation } from "./schema.js";
import { secretsIn, sensitiveNames } from "./sensitive.js";

const CREDENTIALS: readonly string[] = [...dialect.CREDENTIAL_EXTRAS, ...dialect.SCHEMES.flat()];

/** A call, ready to be sent. Its body and what of it must not be shown are had by asking only. */
export class Message<T = unknown> {
  readonly operation: Operation<T>;
  /** Offset of the first record asked for. */
  readonly start: number;
  /** Number of records asked for; 0 where the server chooses. */
  readonly size: number;
  readonly #body: string;
  readonly #secrets: () => readonly string[];

  constructor(operation: Operation<T>, body: string, secrets: () => readonly string[], pairs: form.Pairs) {
    this.operation = operation;
    this.start = numberIn(pairs, dialect.PAGING_START);
    this.size = numberIn(pairs, dialect.PAGING_SIZE);
    this.#body = body;
    this.#secrets = secrets;
  }

  /** The form. */
  body(): string {
    return this.#body;
  }

  /** Masks what must not be shown of this call and of its answer. */
  mask(): Mask {
    return new Mask(this.#secrets(), sensitiveNames(this.operation.response));
  }
}

/** The message for one call. Raises ParameterError. */
export function compose<T>(
  operation: Operation<T>,
  params: object,
  extra: object | undefined,
  credentials: Credentials,
  warn: WarningHandler,
): Message<T> {
  const { action } = operation;
  const given = argumentsOf(operation, "params", params);
  const more = argumentsOf(operation, "extra", extra ?? {});
  const notices = form.check(operation, given, more);
  const pairs = form.encode(operation, given, more);
  for (const message of notices) {
    warn({ kind: "deprecated", action, message });
  }
  const taken = takenNames(operation, credentials);
  const lost = [...new Set(pairs.map(([name]) => folded(name)).filter((name) => taken.has(name)))].sort();
  if (lost.length > 0) {
    warn({ kind: "left out", action, message: `${action}: ${lost.join(", ")} left out: the client sets this itself` });
  }
  const merged: form.Pairs = [
    ...pairs.filter(([name]) => !taken.has(folded(name))),
    [dialect.ACTION, action],
    ...credentials.pairs(),
    ...dialect.FIXED,
  ];
  return new Message(
    operation,
    form.urlencode(merged),
    () => [...credentials.secrets(), ...secretsIn(operation, [given, more], pairs)],
    pairs,
  );
}

/** The whole number that is sent under a name; 0 if there is none. */
function numberIn(pairs: form.Pairs, name: string): number {
  const sent = pairs.find(([wire]) => wire === name)?.[1].trim() ?? "";
  return /^\d{1,15}$/.test(sent) ? Number(sent) : 0;
}

/** The parameters by their names. Raises ParameterError on what has no names, or others than texts. */
export function argumentsOf(operation: Operation, name: string, value: object): Arguments {
  if (!isMap(value)) {
    throw new ParameterError(`${name} is not an object of names and values`, { action: operation.action });
  }
  return byName(operation, pairsOf(value));
}

/** The same, of pairs. Raises ParameterError on what is no name, and on a name that is there twice. */
export function byName(operation: Operation, pairs: Iterable<readonly [name: unknown, value: unknown]>): Arguments {
  const found = new Map<string, unknown>();
  for (const [key, item] of pairs) {
    if (typeof key !== "string" && !isWhole(key)) {
      const kind = key === null ? "null" : typeof key;
      const told = `the name of a parameter is text or a whole number, not ${kind}`;
      throw new ParameterError(told, { action: operation.action });
    }
    const wire = String(key);
    if (found.has(wire)) {
      throw new ParameterError(`${wire} is given twice`, { action: operation.action });
    }
    found.set(wire, item);
  }
  return found;
}

/**
 * Names that only the client may set.
 *
 * An operation may have a parameter that is called like a credential, if that one is not in use.
 */
function takenNames(operation: Operation, credentials: Credentials): ReadonlySet<string> {
  const declared = new Set(operation.params.map((param) => param.wire));
  const sent = credentials.pairs().map(([name]) => name);
  const unused = CREDENTIALS.filter((name) => !declared.has(name));
  return new Set([dialect.ACTION, ...dialect.FIXED.keys(), ...sent, ...unused].map(folded));
}

/** The variable that PHP makes of a name, and more: case and outer underscores do not count. */
function folded(name: string): string {
  const [variable = ""] = name.trim().split(/[\0[]/, 1);
  return variable
    .replace(/[ .]/g, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase();
}
