/**
 * Answers by their declared types, and by what servers send instead.
 *
 * What nobody can read becomes null, or is left out of its list or map; what was sent is kept for `unparsed` of the
 * model that has the field.
 */

import { put } from "./json_text.js";
import type { Json, JsonObject } from "./json_text.js";
import { blank, fieldsOf, guarded, hides, keep, modelIn, namesIn, opened, setField } from "./model.js";
import type { Fields } from "./model.js";
import * as reading from "./reading.js";
import type { Kind, ModelSpec, TypeSpec } from "./schema.js";
import { sensitiveNames } from "./sensitive.js";
import * as shapes from "./shapes.js";

/** A value that contradicts its declared type, at `path`: `invoices[3].total`. `depth` counts the models around it. */
export interface Problem {
  readonly path: string;
  readonly expected: string;
  readonly raw: Json;
  readonly sensitive: boolean;
  readonly depth: number;
}

/** What is kept of one model. `path` leads to it, with a dot at its end; `names` are sensitive in it. */
class Store {
  readonly kept: Fields = {};
  readonly path: string;
  readonly depth: number;
  readonly names: ReadonlySet<string>;
  isEmpty = true;

  constructor(path: string, depth: number, names: ReadonlySet<string>) {
    this.path = path;
    this.depth = depth;
    this.names = names;
  }

  add(place: string, raw: Json): void {
    put(this.kept, place, opened(raw, this.names));
    this.isEmpty = false;
  }
}

/** Where a value stands. `item`: in a list or a map, where no value is no item. */
interface Place {
  readonly store: Store;
  readonly name: string;
  readonly sensitive: boolean;
  readonly item: boolean;
}

// What an item becomes that is left out.
const ABSENT = Symbol("absent");

/** One reading. `problems` are the values that contradict their types. */
export class Reader {
  readonly problems: Problem[] = [];

  /** The whole answer; what no model holds is kept for it as a whole. */
  root(type: TypeSpec, raw: Json): unknown {
    if (typeof type !== "string" && "model" in type && raw instanceof Map) {
      return this.#model(type.model(), raw, "", 0);
    }
    const store = new Store("", 0, sensitiveNames(type));
    const value = this.#read(type, raw, { store, name: "", sensitive: false, item: false });
    if (!store.isEmpty && typeof value === "object" && value !== null) {
      keep(value, store.kept, store.names);
    }
    return value;
  }

  #model(spec: ModelSpec, raw: JsonObject, path: string, depth: number): Fields {
    const fields = spec.flattened === undefined ? raw : flattened(spec, spec.flattened, raw);
    const store = new Store(path === "" ? "" : `${path}.`, depth, namesIn(spec));
    const model = blank(spec);
    const known = fieldsOf(spec);
    for (const { wire, type, sensitive } of known.values()) {
      const value = this.#read(type, fields.get(wire) ?? null, { store, name: wire, sensitive, item: false });
      setField(model, wire, value, sensitive);
    }
    for (const [wire, value] of fields) {
      if (!known.has(wire)) {
        setField(model, wire, opened(value, store.names), hides(spec, wire));
      }
    }
    if (!store.isEmpty) {
      keep(model, store.kept, store.names);
    }
    return model;
  }

  #read(type: TypeSpec, raw: Json, place: Place): unknown {
    if (typeof type === "string") {
      return this.#scalar(type, raw, place);
    }
    if ("list" in type) {
      return this.#list(type.list, type.wrapper ?? null, raw, place);
    }
    if ("map" in type) {
      return this.#map(type.map, raw, place);
    }
    if ("model" in type) {
      return raw instanceof Map
        ? this.#model(type.model(), raw, place.store.path + place.name, place.store.depth + 1)
        : this.#none(raw, place, shapes.isNothing(raw) ? "" : "an object");
    }
    return this.#oneOf(type.oneOf, raw, place);
  }

  #scalar(kind: Kind, raw: Json, place: Place): unknown {
    const value = reading.read(kind, raw);
    if (value === reading.UNREADABLE) {
      return this.#none(raw, place, reading.EXPECTED[kind]);
    }
    if (value instanceof reading.Partly) {
      this.#keep(raw, place, "a date without a time");
      return value.value;
    }
    return value === null && kind !== "any" ? this.#none(raw, place, "") : value;
  }

  #list(type: TypeSpec, wrapper: string | null, raw: Json, place: Place): unknown[] {
    const isWrapped = wrapper !== null && raw instanceof Map && raw.has(wrapper);
    const inner = isWrapped ? (raw.get(wrapper) ?? null) : raw;
    const rows = Array.isArray(inner) ? inner : shapes.inOrder(rowsOf(type, wrapper), inner);
    if (rows === null) {
      this.#keep(raw, place, "a list");
      return [];
    }
    const isKeyed = shapes.isKeyed(inner, rows);
    if (isKeyed && !isWrapped) {
      place.store.add(place.name, raw);
    } else if (isWrapped) {
      for (const [key, value] of raw) {
        if (key !== wrapper || isKeyed) {
          place.store.add(`${place.name}.${key}`, value);
        }
      }
    }
    return rows
      .map((row, index) => this.#read(type, row, { ...place, name: `${place.name}[${String(index)}]`, item: true }))
      .filter((item) => item !== ABSENT);
  }

  #map(type: TypeSpec, raw: Json, place: Place): Fields {
    const found = shapes.entries(raw);
    const map: Fields = {};
    if (found === null) {
      this.#keep(raw, place, "an object");
      return map;
    }
    for (const [key, value] of found) {
      const item = this.#read(type, value, { ...place, name: `${place.name}[${key}]`, item: true });
      if (item !== ABSENT) {
        put(map, key, item);
      }
    }
    return guarded(map);
  }

  /** The first type that fits, in the order declared: its spellings count, blanks and other shapes do not. */
  #oneOf(types: readonly TypeSpec[], raw: Json, place: Place): unknown {
    const first = raw === null ? undefined : types.find((type) => fits(type, raw));
    const fitting = first ?? types.find((type) => isEmptyMap(type, raw));
    if (fitting !== undefined) {
      return this.#read(fitting, raw, place);
    }
    return this.#none(raw, place, reading.isBlank(raw) ? "" : "one of the declared types");
  }

  /** No value, or no item. What was sent is kept if it is a problem, or would be gone. */
  #none(raw: Json, place: Place, expected: string): unknown {
    if (expected !== "" || place.item) {
      this.#keep(raw, place, expected);
    }
    return place.item ? ABSENT : null;
  }

  #keep(raw: Json, { store, name, sensitive }: Place, expected: string): void {
    store.add(name, raw);
    if (expected !== "") {
      this.problems.push({ path: store.path + name, expected, raw, sensitive, depth: store.depth });
    }
  }
}

function fits(type: TypeSpec, raw: Json): boolean {
  if (typeof type === "string") {
    const value = reading.read(type, raw);
    return value !== null && value !== reading.UNREADABLE && !(value instanceof reading.Partly);
  }
  return "list" in type
    ? Array.isArray(raw)
    : "oneOf" in type
      ? type.oneOf.some((each) => fits(each, raw))
      : raw instanceof Map;
}

/** PHP writes an empty map as a list. */
function isEmptyMap(type: TypeSpec, raw: Json): boolean {
  return typeof type !== "string" && "map" in type && Array.isArray(raw) && raw.length === 0;
}

/** How a list of such items may look. */
function rowsOf(type: TypeSpec, wrapper: string | null): shapes.Rows {
  const singles = singlesOf(type);
  const model = singles.some((each) => typeof each !== "string" && "model" in each) ? modelIn(type) : null;
  const isAny = singles.includes("any");
  return {
    wrapper,
    fields: model === null ? null : fieldsOf(model),
    scalar: singles.some((each) => typeof each === "string"),
    mapping: isAny || singles.some((each) => typeof each !== "string" && "map" in each),
  };
}

function singlesOf(type: TypeSpec): readonly TypeSpec[] {
  return typeof type !== "string" && "oneOf" in type ? type.oneOf.flatMap(singlesOf) : [type];
}

function flattened(spec: ModelSpec, wire: string, raw: JsonObject): JsonObject {
  const type = fieldsOf(spec).get(wire)?.type;
  const inner = type === undefined ? null : modelIn(type);
  return inner === null ? raw : shapes.nested(raw, wire, fieldsOf(inner), fieldsOf(spec));
}
