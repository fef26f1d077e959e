/**
 * The shapes of lists, maps and objects, made one: `{"0": a, "1": b}` -> `[a, b]`.
 *
 * Nothing is read here, only put in order. A shape that is none of the known ones is null. Vectors:
 * tests/wire/decode_lists.json and tests/wire/decode_maps.json.
 */

import * as dialect from "../dialect.js";
import type { Json, JsonObject } from "./json_text.js";

/** Whether the value stands for an empty list, map or object. */
export function isNothing(value: Json | undefined): boolean {
  if (typeof value === "string") {
    return dialect.BLANK.has(value.trim());
  }
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/** Names of fields: a set of them, or a map by them. */
interface Names {
  readonly size: number;
  has(name: string): boolean;
}

/**
 * How a list may look.
 *
 * wrapper:  the key inside: "client" for `{"clients": {"client": [...]}}`
 * fields:   names that an object in the list may have; null where the items are no objects
 * scalar:   whether the items may be single values
 * mapping:  whether the items may be objects with any keys
 */
export interface Rows {
  readonly wrapper: string | null;
  readonly fields: Names | null;
  readonly scalar: boolean;
  readonly mapping: boolean;
}

/** The list, sent as: nothing, one item, numbered items, a list inside another object. */
export function inOrder(rows: Rows, value: Json): Json[] | null {
  if (isNothing(value)) {
    return [];
  }
  if (Array.isArray(value)) {
    return value;
  }
  if (value instanceof Map) {
    return ofObject(rows, value);
  }
  return rows.scalar ? [value] : null;
}

function ofObject(rows: Rows, value: JsonObject): Json[] | null {
  const keys = [...value.keys()];
  if (keys.every((key) => /^\d+$/.test(key))) {
    return [...value.values()];
  }
  if (rows.fields !== null && (rows.fields.size === 0 || keys.some((key) => rows.fields?.has(key)))) {
    return [value]; // one of the list's objects: it has a field that they are known to have
  }
  const [inner] = value.values();
  if (value.size === 1 && Array.isArray(inner)) {
    return inner;
  }
  return rows.mapping && rows.wrapper === null ? [value] : null;
}

/**
 * Whether the list `items` that the value became lacks keys that the value has.
 *
 * They are numbers that are not simply 0, 1, 2, or one name around the list.
 */
export function isKeyed(value: Json, items: readonly Json[]): boolean {
  if (!(value instanceof Map) || items.length === 0) {
    return false;
  }
  const keys = [...value.keys()];
  if (keys.every((key) => /^\d+$/.test(key))) {
    return keys.some((key, index) => key !== String(index));
  }
  return items === [...value.values()][0];
}

/** The map; PHP writes an empty one as a list, and one with the keys 0, 1, 2 as well. */
export function entries(value: Json): JsonObject | null {
  if (isNothing(value)) {
    return new Map();
  }
  if (Array.isArray(value)) {
    return new Map(value.map((item, index) => [String(index), item]));
  }
  return value instanceof Map ? value : null;
}

/**
 * The response with fields moved into its object `name`, where they stand beside it.
 *
 * `inner` are the names of the object's fields, `own` those of the response. What both declare is given to both.
 */
export function nested(outer: JsonObject, name: string, inner: Names, own: Names): JsonObject {
  if (!isNothing(outer.get(name))) {
    return outer;
  }
  const found = [...outer].filter(([key]) => inner.has(key) && key !== dialect.ENVELOPE_RESULT);
  if (found.every(([key]) => own.has(key))) {
    return outer;
  }
  const moved = new Map(found);
  return new Map([...[...outer].filter(([key]) => !moved.has(key) || own.has(key)), [name, moved]]);
}
