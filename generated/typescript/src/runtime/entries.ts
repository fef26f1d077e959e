/** Objects whose keys are documented: each entry is checked and written as its own kind. */

import { hasIndexes, inside, isList, isMap, isNone, isWhole, Misfit, pairsOf } from "./misfit.js";
import { ExactNumber } from "./numbers.js";
import type { Param } from "./schema.js";
import * as values from "./values.js";

/** Key, declaration and value of each entry. Misfit for unknown and missing keys. */
export function known(param: Param, value: unknown): (readonly [key: string, field: Param, item: unknown])[] {
  if (!isMap(value)) {
    throw new Misfit("a plain object", value);
  }
  const declared = new Map((param.fields ?? []).map((field) => [field.wire, field]));
  const given = new Map<string, unknown>();
  for (const [key, item] of pairsOf(value)) {
    const name = nameOf(key);
    if (!declared.has(name)) {
      throw new Misfit(`no keys but ${[...declared.keys()].join(", ")}`, key);
    }
    if (given.has(name)) {
      throw new Misfit(`each key once: ${name} is there twice`, {});
    }
    given.set(name, item);
  }
  const missing = [...declared.values()].filter((field) => field.required === true && isNone(given.get(field.wire)));
  if (missing.length > 0) {
    throw new Misfit(`an object that has ${missing.map((field) => field.wire).join(" and ")}`, {});
  }
  const { date } = param.encoding ?? {};
  return [...given].flatMap(([name, item]) => {
    const field = declared.get(name);
    return field === undefined
      ? []
      : [[name, { ...field, encoding: date === undefined ? {} : { date } }, item] as const];
  });
}

function nameOf(key: unknown): string {
  if (typeof key !== "string" && !isWhole(key)) {
    throw new Misfit("keys that are text or whole numbers", key);
  }
  return String(key);
}

/** The value as PHP's serialize() or JSON is to have it: truths and numbers stay what they are. */
export function packed(param: Param, value: unknown): unknown {
  if (isNone(value) || param.shape === "any") {
    return value;
  }
  if (param.shape === undefined || param.shape === "value") {
    return single(param, value);
  }
  const isPlace = isMap(value) && (param.shape === "map" || hasIndexes(value));
  if (isPlace || (isList(value) && param.shape === "list")) {
    const items = pairsOf(value).map(([key, item]) => {
      return [key, inside(key, () => (isNone(item) ? item : single(param, item)))] as const;
    });
    return isList(value) ? items.map(([, item]) => item) : new Map(items);
  }
  throw new Misfit(param.shape === "list" ? "a list" : "a plain object", value);
}

/** One value, or one object. */
function single(param: Param, value: unknown): unknown {
  if (param.kind === "any") {
    return value;
  }
  if (param.kind === "object") {
    return packedObject(param, value);
  }
  if (isList(value) || isMap(value)) {
    throw new Misfit(`a single ${param.kind} value`, value);
  }
  const text = values.write(value, param.kind, values.datesOf(param));
  if (param.kind === "integer" && value instanceof ExactNumber) {
    return text;
  }
  if (param.kind === "integer" || param.kind === "decimal") {
    return value;
  }
  return param.kind === "boolean" && text !== "" ? Boolean(Number(value)) : text;
}

/** The object with its entries packed. */
export function packedObject(param: Param, value: unknown): ReadonlyMap<unknown, unknown> {
  if (!isMap(value)) {
    throw new Misfit("a plain object", value);
  }
  if ((param.fields ?? []).length === 0) {
    return new Map(pairsOf(value));
  }
  return new Map(known(param, value).map(([key, field, item]) => [key, inside(key, () => packed(field, item))]));
}

/** Whether the value that does not fit is, or may hold, that of a sensitive entry. */
export function isSecretEntry(param: Param, misfit: Misfit): boolean {
  const names = sensitive(param);
  const isOpen = isList(misfit.value) || (isMap(misfit.value) && pairsOf(misfit.value).length > 0);
  return names.length > 0 && (isOpen || misfit.path.some((key) => names.includes(String(key))));
}

function sensitive(param: Param): string[] {
  return (param.fields ?? []).flatMap((field) => [
    ...(field.sensitive === true ? [field.wire] : []),
    ...sensitive(field),
  ]);
}
