/**
 * Arguments of a call as a PHP form: `{"pid": [1, 2]}` -> `pid[0]=1&pid[1]=2`.
 *
 * null and undefined are left out, and in a list keep its index free: `[1, null, 3]` is `pid[0]=1&pid[2]=3`. An empty
 * text is sent. An empty list or map cannot be said in a form: nothing is sent. Vectors: tests/wire/form.json.
 */

import { ParameterError } from "../errors.js";
import * as encodings from "./encodings.js";
import type { Pairs } from "./encodings.js";
import * as entries from "./entries.js";
import { hasIndexes, inside, isList, isMap, isNone, isWhole, Misfit, pairsOf } from "./misfit.js";
import * as php from "./php.js";
import { broken, isGiven, joined } from "./requirements.js";
import type { Arguments } from "./requirements.js";
import type { Operation, Param } from "./schema.js";
import { hiddenIn } from "./sensitive.js";
import * as values from "./values.js";

export type { Pairs };

// PHP silently drops what is more than max_input_vars (1000 by default) and nested deeper than max_input_nesting_level
// (64). Ten variables are left for the action and the credentials.
const MOST_VARIABLES = 990;
const DEEPEST = 64;

/**
 * The form's variables, in the order given: the parameters, then `extra`, written by type.
 *
 * Raises ParameterError, naming action and parameter, for a value that cannot be sent, for a name that PHP would read
 * as another one, for a name given twice, and for more variables than PHP reads.
 */
export function encode(operation: Operation, params: Arguments, extra: Arguments = new Map()): Pairs {
  const declared = new Map(operation.params.map((param) => [param.wire, param]));
  const open = (wire: string): Param => ({ wire, kind: "any", shape: "any" });
  const pairs = [
    ...[...params].flatMap(([name, value]) => encoded(operation, declared.get(name) ?? open(name), value)),
    ...[...extra].flatMap(([name, value]) => encoded(operation, open(name), value)),
  ];
  refuseDoubles(
    operation,
    pairs.map(([name]) => name),
  );
  if (pairs.length > MOST_VARIABLES) {
    const told = `${String(pairs.length)} form variables; PHP reads the first 1000 (max_input_vars) and drops the rest`;
    throw refusal(operation, `${told} without a word. Send fewer at a time`);
  }
  return pairs;
}

/** The body of the request, `application/x-www-form-urlencoded` in UTF-8. */
export function urlencode(pairs: Pairs): string {
  return new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();
}

/** Raises ParameterError where a rule of the operation is broken. Gives the notices of what is deprecated. */
export function check(operation: Operation, params: Arguments, extra: Arguments = new Map()): string[] {
  const names = new Set(operation.params.map((param) => param.wire));
  const strange = [...params].find(([name, value]) => !names.has(name) && !isNone(value));
  if (strange !== undefined) {
    throw refusal(
      operation,
      `there is no parameter ${strange[0]}; one that this package does not know goes into extra`,
    );
  }
  const all = new Map([...params, ...[...extra].filter(([, value]) => !isNone(value))]);
  const missing = operation.params.filter((each) => each.required === true && !isGiven(all.get(each.wire)));
  if (missing.length > 0) {
    throw refusal(
      operation,
      `${joined(
        missing.map((each) => each.wire),
        "and",
      )} must be given`,
    );
  }
  const [problem] = broken(operation, all);
  if (problem !== undefined) {
    throw refusal(operation, problem.words);
  }
  const old = operation.params.filter((each) => each.deprecated !== undefined && isGiven(all.get(each.wire)));
  return [
    ...(operation.deprecated === undefined ? [] : [`${operation.action} is deprecated: ${operation.deprecated}`]),
    ...old.map((each) => `${operation.action}: ${each.wire} is deprecated: ${each.deprecated ?? ""}`),
  ];
}

function refusal(operation: Operation, message: string): ParameterError {
  return new ParameterError(message, { action: operation.action });
}

function encoded(operation: Operation, param: Param, value: unknown): Pairs {
  if (isNone(value)) {
    return [];
  }
  if (!php.isReadableName(param.wire)) {
    const told = `PHP would not read the name ${JSON.stringify(param.wire)} as it is written;`;
    throw refusal(operation, `${told} it takes names without dots and spaces, with keys in brackets`);
  }
  try {
    return variables(param, value);
  } catch (error) {
    if (!(error instanceof Misfit)) {
      throw error;
    }
    const isHidden = [param.wire, ...error.path].some(hiddenIn(operation));
    const sensitive = isHidden || entries.isSecretEntry(param, error);
    throw refusal(operation, error.told(param.wire, sensitive));
  }
}

function variables(param: Param, value: unknown): Pairs {
  if (param.encoding?.each !== true) {
    return written(param, param.wire, value);
  }
  if (!isList(value)) {
    throw new Misfit("a list", value);
  }
  const one: Param = (param.fields ?? []).length > 0 ? { ...param, shape: "value" } : param;
  return Array.from(value, (item, index) =>
    isNone(item) ? [] : inside(index, () => written(one, `${one.wire}[${String(index)}]`, item)),
  ).flat();
}

/** One value in the encoding of the parameter. */
function written(param: Param, name: string, value: unknown): Pairs {
  switch (param.encoding?.kind) {
    case "comma":
      return [[name, encodings.commaList(value, param)]];
    case "php-serialize":
      return [[name, encodings.phpBlob(value, param)]];
    case "json-base64":
      return [[name, encodings.jsonBlob(value, param)]];
    case "numbered":
      return encodings.numberedRows(value, param);
    case "form":
    case undefined:
      return shaped(param, name, value);
  }
}

/** A plain value, list or map, as the parameter declares it. */
function shaped(param: Param, name: string, value: unknown): Pairs {
  switch (param.shape) {
    case "list":
      if (!isList(value) && !(isMap(value) && hasIndexes(value))) {
        throw new Misfit("a list", value);
      }
      break;
    case "map":
      if (!isMap(value)) {
        throw new Misfit("a plain object", value);
      }
      break;
    case "value":
    case undefined:
      if (param.kind === "object" && !isMap(value)) {
        throw new Misfit("a plain object", value);
      }
      if (param.kind !== "object" && param.kind !== "any" && (isList(value) || isMap(value))) {
        throw new Misfit(`a single ${param.kind} value`, value);
      }
      break;
    case "any":
  }
  return nested(param, name, value, 0);
}

function nested(param: Param, name: string, value: unknown, level: number): Pairs {
  if (isNone(value)) {
    return [];
  }
  if (level > DEEPEST) {
    throw new Misfit(`at most ${String(DEEPEST)} levels (PHP's max_input_nesting_level)`, {});
  }
  if (!isList(value) && !isMap(value)) {
    return [[name, scalar(param, value, level)]];
  }
  if (level > 0 && param.kind !== "any" && param.kind !== "object") {
    throw new Misfit(`${param.kind} values`, value);
  }
  if ((param.fields ?? []).length > 0 && level === levelOfObjects(param)) {
    return entries.known(param, value).flatMap(([key, field, item]) => {
      return isNone(item) ? [] : inside(key, () => shaped(field, `${name}[${keyOf(key)}]`, item));
    });
  }
  return pairsOf(value).flatMap(([key, item]) =>
    inside(key, () => nested(param, `${name}[${keyOf(key)}]`, item, level + 1)),
  );
}

/** How far inside the objects are: those of a list one level below it. */
function levelOfObjects(param: Param): number {
  return param.shape === "list" || param.shape === "map" ? 1 : 0;
}

function scalar(param: Param, value: unknown, level: number): string {
  if (param.kind === "object" && level <= levelOfObjects(param)) {
    throw new Misfit("a plain object", value);
  }
  return values.write(value, param.kind, values.datesOf(param));
}

function keyOf(key: unknown): string {
  if (typeof key !== "string" && !isWhole(key)) {
    throw new Misfit("keys that are text or whole numbers", key);
  }
  const text = values.text(String(key));
  if (!php.isReadableKey(text)) {
    throw new Misfit("keys that PHP reads as they are written (not empty, no closing bracket)", key);
  }
  return text;
}

/** PHP keeps the last of two variables of one name, and of `pid=1&pid[0]=2` as well. */
function refuseDoubles(operation: Operation, variables: readonly string[]): void {
  const names = new Set<string>();
  const parents = new Set<string>();
  for (const name of variables) {
    const above = [...name.matchAll(/\[/g)].map((bracket) => name.slice(0, bracket.index));
    if (names.has(name) || parents.has(name) || above.some((parent) => names.has(parent))) {
      throw refusal(operation, `${name} is given twice; PHP would keep only one of them`);
    }
    names.add(name);
    above.forEach((parent) => parents.add(parent));
  }
}
