/**
 * How a parameter is written where not as a plain form: comma lists, PHP or JSON in base64, rows.
 *
 * Each function takes the value of one parameter, or of one item of it, and raises Misfit where it cannot.
 */

import { base64 } from "./base64.js";
import * as entries from "./entries.js";
import * as jsonText from "./json_text.js";
import { inside, isList, isMap, isNone, Misfit, pairsOf } from "./misfit.js";
import * as php from "./php.js";
import type { Param } from "./schema.js";
import * as values from "./values.js";

/** A form's variables, in order. */
export type Pairs = (readonly [name: string, value: string])[];

/** `1,2,3`; with a hole `1,,3`. A single value stands for itself if the shape is open. */
export function commaList(value: unknown, param: Param): string {
  const write = (item: unknown): string => values.write(item, param.kind, values.datesOf(param));
  if (!isList(value)) {
    if (typeof value === "string" && param.encoding?.each === true) {
      return values.text(value); // an item that is written already
    }
    if (param.shape === "any" && !isMap(value)) {
      return write(value);
    }
    throw new Misfit("a list", value);
  }
  const texts = Array.from(value, (item, index) =>
    inside(index, () => {
      const text = isNone(item) ? "" : write(item);
      if (text.includes(",")) {
        throw new Misfit("an item without a comma: the items are separated by commas", item);
      }
      return text;
    }),
  );
  return texts.join(",");
}

/** base64 of PHP's serialize(). */
export function phpBlob(value: unknown, param: Param): string {
  if (!isList(value) && !isMap(value)) {
    throw new Misfit("an object or a list, which is serialized for you", value);
  }
  return base64(php.serialize(hasFields(param) ? entries.packed(param, value) : value, values.datesOf(param)));
}

/** base64 of JSON. */
export function jsonBlob(value: unknown, param: Param): string {
  if (!isList(value) && !isMap(value)) {
    throw new Misfit("a list or an object, which is encoded for you", value);
  }
  const file = param.encoding?.file;
  const packed =
    file !== undefined ? files(value, param, file) : hasFields(param) ? entries.packed(param, value) : value;
  return base64(new TextEncoder().encode(jsonText.dumps(packed, values.datesOf(param))));
}

function hasFields(param: Param): boolean {
  return (param.fields ?? []).length > 0;
}

function files(rows: unknown, param: Param, [name, data]: readonly [string, string]): unknown[] {
  if (!isList(rows)) {
    throw new Misfit("a list of files", rows);
  }
  return Array.from(rows, (row, index) => inside(index, () => file(row, param, name, data)));
}

/** One file as name and base64 of its content. */
function file(row: unknown, param: Param, name: string, data: string): ReadonlyMap<unknown, unknown> {
  const given = isMap(row) ? new Map(pairsOf(row)) : new Map<unknown, unknown>();
  if (typeof given.get(name) !== "string") {
    throw new Misfit(`an object of ${name} (text) and ${data} (a Uint8Array)`, row);
  }
  const content = inside(data, () => values.base64Of(given.get(data)));
  if (!hasFields(param)) {
    return new Map([...given, [data, content]]);
  }
  const fields = (param.fields ?? []).map((field): Param => {
    return field.wire === data ? { ...field, kind: "any", shape: "any" } : field;
  });
  return new Map([...entries.packedObject({ ...param, shape: "value", fields }, row), [data, content]]);
}

/** `[{"amount": 5}, {"amount": 7}]` -> amount1=5, amount2=7. A hole keeps its number. */
export function numberedRows(value: unknown, param: Param): Pairs {
  if (!isList(value)) {
    throw new Misfit("a list of rows", value);
  }
  return Array.from(value, (row, index) =>
    isNone(row) ? [] : inside(index, () => numberedRow(row, index + 1, param)),
  ).flat();
}

function numberedRow(row: unknown, number: number, param: Param): Pairs {
  if (!isMap(row)) {
    throw new Misfit("an object for each row", row);
  }
  const pairs = pairsOf(row);
  for (const [key] of pairs) {
    if (typeof key !== "string") {
      throw new Misfit("names of parameters as keys", key);
    }
    if (!php.isReadableName(`${key}${String(number)}`)) {
      throw new Misfit("keys that PHP reads as they are written (without dots, spaces, brackets)", key);
    }
  }
  const kinds = new Map(hasFields(param) ? entries.known(param, row).map(([key, field]) => [key, field.kind]) : []);
  return pairs
    .filter(([, cell]) => !isNone(cell))
    .map(([key, cell]) => {
      const text = inside(key, () => values.write(cell, kinds.get(String(key)) ?? "any", values.datesOf(param)));
      return [`${String(key)}${String(number)}`, text] as const;
    });
}
