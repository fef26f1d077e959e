/**
 * Objects that the server answers: unknown fields kept, sensitive values never shown.
 *
 * Where a response holds what its documentation does not say, nothing of it is lost:
 *
 *     invoice.total      a value of the declared type, or null
 *     unparsed(invoice)  what could not be read, as it was sent: {total: "$5.95 USD"}
 *     extras(invoice)    fields that nobody documents, as they were sent; they also stand on the object
 *     reveal(invoice)    plain data, sensitive values and all
 *
 * A sensitive value is read as any other (`client.password`), but is no enumerable property: neither console.log nor
 * JSON.stringify, a copy with `...` or structuredClone has it. Plain data in an answer (what nobody documents, maps) is
 * shown with stars, too, and is plain data in every other way: a copy of it shows everything.
 */

import { put } from "./json_text.js";
import type { Json } from "./json_text.js";
import { ExactNumber } from "./numbers.js";
import { SPEC } from "./schema.js";
import type { ModelSpec, TypeSpec } from "./schema.js";
import { isSecret, STARS } from "./secret.js";
import { sensitiveNames } from "./sensitive.js";

const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const DEEPEST = 30;

/** How Node asks an object for its text. */
type Inspect = (value: unknown, options: object) => string;

/** Values by name. */
export type Fields = Record<string, unknown>;

interface Model {
  readonly [SPEC]: ModelSpec;
}

// What was kept of an object, or of a list or map that is a whole answer. Most have nothing.
const unparsedOf = new WeakMap<object, Fields>();

// Fields of the name toJSON, by the objects that they belong to.
const notOurs = new WeakMap<object, unknown>();

const methods = {
  toJSON(this: Model): Fields {
    return shown(this);
  },
  [INSPECT](this: Model, depth: number, options: object, inspect?: Inspect): unknown {
    const { name } = this[SPEC];
    if (inspect === undefined) {
      return shown(this);
    }
    const kept = unparsed(this);
    const spec = this[SPEC];
    const isKept = Object.keys(kept).length > 0;
    const untold = isKept ? { unparsed: shownOf(kept, namesIn(spec), (key) => hides(spec, key)) } : {};
    const all = { ...shown(this), ...untold };
    return depth < 0 ? `[${name}]` : `${name} ${inspect(all, { ...options, depth })}`;
  },
};

const prototypes = new WeakMap<ModelSpec, object>();

/** A model without fields. */
export function blank(spec: ModelSpec): Fields {
  let parent = prototypes.get(spec);
  if (parent === undefined) {
    const made: object = Object.create(Object.prototype, {
      ...Object.fromEntries(Object.entries(methods).map(([name, value]) => [name, { value, writable: true }])),
      [INSPECT]: { value: methods[INSPECT] },
      [SPEC]: { value: spec },
    }) as object;
    prototypes.set(spec, made);
    parent = made;
  }
  return Object.create(parent) as Fields;
}

/** Sets a field of a model, out of sight where it is sensitive. */
export function setField(model: Fields, wire: string, value: unknown, sensitive: boolean): void {
  if (wire === "toJSON") {
    // JSON.stringify would take the server's value for ours, and show everything.
    notOurs.set(model, value);
    put(model, wire, () => shown(model as unknown as Model), false);
  } else if (sensitive || wire === "__proto__") {
    put(model, wire, value, !sensitive);
  } else {
    model[wire] = value;
  }
}

/** Keeps what could not be read of a model, or of a list or map that is a whole answer. */
export function keep(owner: object, kept: Fields, names: Names): void {
  unparsedOf.set(owner, guarded(kept, names, isModel(owner) ? owner[SPEC] : undefined));
}

/**
 * JSON as plain data: ordinary objects in the place of Maps, none of which shows what is sensitive in it.
 *
 * `names`, in small letters, are those that are sensitive beside the dialect's.
 */
export function opened(value: Json, names: Names = NONE): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => opened(item, names));
  }
  if (!(value instanceof Map)) {
    return value;
  }
  const made: Fields = {};
  for (const [name, item] of value) {
    put(made, name, opened(item, names));
  }
  return guarded(made, names);
}

/** The same object. If there is something sensitive in it, it is printed, and written as JSON, with stars. */
export function guarded(plain: Fields, names: Names = NONE, spec?: ModelSpec): Fields {
  const hidden = (wire: string): boolean => (spec === undefined ? isNamed(wire, names) : hides(spec, wire));
  const keys = Object.keys(plain);
  if (!keys.some((key) => hidden(key) && isFilled(plain[key]))) {
    return plain;
  }
  if (keys.includes("toJSON")) {
    notOurs.set(plain, plain["toJSON"]);
  }
  const show = (): Fields => shownOf(plain, names, hidden);
  put(plain, "toJSON", show, false);
  const print = (depth: number, options: object, inspect?: Inspect): unknown =>
    inspect === undefined ? show() : depth < 0 ? "[Object]" : inspect(show(), { ...options, depth });
  Object.defineProperty(plain, INSPECT, { value: print });
  return plain;
}

/**
 * What could not be read, as it was sent, by wire name. Empty for a regular response.
 *
 * `total` is a field; `ids[1]` was left out of a list, `pricing[USD]` out of a map; `clients.total` stood beside the
 * list in its wrapper. A list that came as an object with other keys than 0, 1, 2 is here whole: `clients` or
 * `clients.client` {"12": ...}.
 */
export function unparsed(model: object): Fields {
  return unparsedOf.get(model) ?? {};
}

/** The fields that nobody documents, as they were sent. */
export function extras(model: object): Fields {
  const found: Fields = {};
  if (isModel(model)) {
    const known = fieldsOf(model[SPEC]);
    const names = Object.getOwnPropertyNames(model).filter((name) => !known.has(name));
    names.forEach((name) => {
      put(found, name, fieldOf(model, name));
    });
    guarded(found, namesIn(model[SPEC]), model[SPEC]);
  }
  return found;
}

/** Plain data: objects, lists and single values, and what is sensitive in them as well. */
export function reveal(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(reveal);
  }
  if (!isObject(value)) {
    return value;
  }
  const revealed = {};
  for (const name of namesOf(value)) {
    put(revealed, name, reveal(fieldOf(value, name)));
  }
  return revealed;
}

/** The value of a field, by its name on the wire; undefined if it has none. */
export function fieldOf(value: object, wire: string): unknown {
  return wire === "toJSON" && notOurs.has(value)
    ? notOurs.get(value)
    : Object.getOwnPropertyDescriptor(value, wire)?.value;
}

/** The names of all fields, those out of sight as well. No data is a function, but what guards it is. */
function namesOf(value: object): readonly string[] {
  return Object.getOwnPropertyNames(value).filter((name) => typeof fieldOf(value, name) !== "function");
}

/** Names that are sensitive beside those that always are, in small letters. */
type Names = ReadonlySet<string>;
const NONE: Names = new Set();

const namesOfSpecs = new WeakMap<ModelSpec, Names>();

/** What an object and those inside of it declare as sensitive. */
export function namesIn(spec: ModelSpec): Names {
  let names = namesOfSpecs.get(spec);
  if (names === undefined) {
    names = sensitiveNames({ model: () => spec });
    namesOfSpecs.set(spec, names);
  }
  return names;
}

/**
 * Whether values of that wire name, or that key of `unparsed`, are never shown.
 *
 * What is no field of its own may belong to an object inside: their names count for it.
 */
export function hides(spec: ModelSpec, wire: string): boolean {
  const [first = "", ...others] = wire.split(/[[\].]/);
  const named = spec.sensitive ?? [];
  if (isNamed(wire, NONE) || named.includes(first) || named.includes(wire)) {
    return true;
  }
  const unknown = [first, wire].filter((name) => !spec.fields.some(([known]) => known === name));
  return [...others, ...unknown].some((name) => namesIn(spec).has(name.toLowerCase()));
}

function isNamed(wire: string, names: Names): boolean {
  return wire.split(/[[\].]/).some((name) => isSecret(name) || names.has(name.toLowerCase()));
}

/** A field, and whether its value is never shown. */
export interface Field {
  readonly wire: string;
  readonly type: TypeSpec;
  readonly sensitive: boolean;
}

const fields = new WeakMap<ModelSpec, ReadonlyMap<string, Field>>();

/** The fields by their names on the wire. */
export function fieldsOf(spec: ModelSpec): ReadonlyMap<string, Field> {
  let known = fields.get(spec);
  if (known === undefined) {
    known = new Map(spec.fields.map(([wire, type]) => [wire, { wire, type, sensitive: hides(spec, wire) }]));
    fields.set(spec, known);
  }
  return known;
}

/** The first model in a type: Client of a list of Client. */
export function modelIn(type: TypeSpec): ModelSpec | null {
  if (typeof type === "string") {
    return null;
  }
  if ("model" in type) {
    return type.model();
  }
  if ("oneOf" in type) {
    return type.oneOf.map(modelIn).find((found) => found !== null) ?? null;
  }
  return modelIn("list" in type ? type.list : type.map);
}

/** Whether the value is a model. */
export function isModel(value: unknown): value is Model {
  return typeof value === "object" && value !== null && SPEC in value;
}

/** Plain data to be shown: stars for values of sensitive names, dots where it is too deep. Models see to themselves. */
export function starred(value: unknown, names: Names = NONE, levels: number = DEEPEST): unknown {
  if (levels === 0) {
    return "...";
  }
  if (Array.isArray(value)) {
    return value.map((item) => starred(item, names, levels - 1));
  }
  if (!isObject(value) || isModel(value)) {
    return value;
  }
  const safe = {};
  for (const name of namesOf(value)) {
    const item = fieldOf(value, name);
    const isHidden = (isSecret(name) || names.has(name.toLowerCase())) && isFilled(item);
    put(safe, name, isHidden ? STARS : starred(item, names, levels - 1));
  }
  return safe;
}

function shown(model: Model): Fields {
  return shownOf(model, namesIn(model[SPEC]), (wire) => hides(model[SPEC], wire));
}

function shownOf(fields: object, names: Names, hidden: (wire: string) => boolean): Fields {
  const safe: Fields = {};
  for (const name of namesOf(fields)) {
    const value = fieldOf(fields, name);
    put(safe, name, hidden(name) && isFilled(value) ? STARS : starred(value, names));
  }
  return safe;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function isObject(value: unknown): value is object {
  const isSingle = value instanceof ExactNumber || value instanceof Uint8Array;
  return typeof value === "object" && value !== null && !isSingle;
}
