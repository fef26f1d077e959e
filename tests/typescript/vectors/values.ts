/** The vectors of tests/wire, with their tagged values made JavaScript values. */

import { loads, put } from "../../../generated/typescript/src/runtime/json_text.js";
import type { Json, JsonObject } from "../../../generated/typescript/src/runtime/json_text.js";
import { ExactNumber, Float, parts, plain } from "../../../generated/typescript/src/runtime/numbers.js";
import type {
  Encoding,
  Operation,
  Param,
  Requirement,
  TypeSpec,
} from "../../../generated/typescript/src/runtime/schema.js";

/** A vector, or a part of it. */
export type Row = JsonObject;

/** How decimals are had: as open data has them, as the text that a user gives, or as a field of an answer has them. */
export type Decimals = "exact" | "text" | "plain";

/** The value that a vector means. */
export function untag(value: Json | undefined, decimals: Decimals = "exact"): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => untag(item, decimals));
  }
  if (value instanceof ExactNumber) {
    return /^-?\d+$/.test(value.digits) ? BigInt(value.digits) : Number(value.digits);
  }
  if (!(value instanceof Map)) {
    return value;
  }
  const [tag, content] = [...value][0] ?? [];
  if (value.size === 1 && tag?.startsWith("$") === true && content !== undefined) {
    return tagged(tag, content, decimals);
  }
  const made = {};
  for (const [key, item] of value) {
    put(made, key, untag(item, decimals));
  }
  return made;
}

function tagged(tag: string, content: Json, decimals: Decimals): unknown {
  const text = typeof content === "string" ? content : "";
  switch (tag) {
    case "$decimal":
      return decimals === "exact" ? new ExactNumber(text) : decimals === "text" ? text : decimal(text);
    case "$float":
      return float(text);
    case "$date":
      return text;
    case "$datetime":
      return /[+-]\d\d:\d\d$/.test(text) ? new Date(text.replace(" ", "T")) : text;
    case "$bytes":
      return new Uint8Array(Buffer.from(text, "base64"));
    case "$map":
      return new Map((content as Json[][]).map(([key, item]) => [untag(key, decimals), untag(item, decimals)]));
    case "$surrogate":
      return loads(`"${text}"`);
    case "$repeat":
      return repeated(content as [string, number]);
    default:
      throw new Error(`there is no tag ${tag}`);
  }
}

function repeated([text, times]: [string, number]): string {
  return text.repeat(times);
}

function decimal(text: string): string {
  const found = parts(text);
  return found === null ? text : plain(found);
}

/** A float; one that is whole is told from an integer by its class. */
function float(text: string): number | Float {
  const words = new Map([
    ["inf", Infinity],
    ["-inf", -Infinity],
    ["nan", NaN],
  ]);
  const value = words.get(text) ?? Number(text);
  return Number.isSafeInteger(value) ? new Float(value) : value;
}

/** The value at a key, of the type that it has to have. */
export function textAt(row: Row, key: string): string {
  const value = row.get(key);
  if (typeof value !== "string") {
    throw new Error(`${key} is not a text`);
  }
  return value;
}

export function listAt(row: Row, key: string): Json[] {
  const value = row.get(key) ?? [];
  if (!Array.isArray(value)) {
    throw new Error(`${key} is not a list`);
  }
  return value;
}

export function textsAt(row: Row, key: string): string[] {
  const value = row.get(key) ?? [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

export function rowAt(row: Row, key: string): Row {
  const value = row.get(key) ?? new Map<string, Json>();
  if (!(value instanceof Map)) {
    throw new Error(`${key} is not an object`);
  }
  return value;
}

/** The parameters of a vector as the runtime wants them. */
export function argumentsOf(row: Row, decimals: Decimals = "exact"): Map<string, unknown> {
  if (row.has("$map")) {
    return untag(row, decimals) as Map<string, unknown>;
  }
  return new Map([...row].map(([name, value]) => [name, untag(value, decimals)]));
}

/** An action that takes these parameters. */
export function operation(facts: Partial<Operation> = {}): Operation {
  return { action: "DoIt", group: "Tests", effect: "write", params: [], response: null, ...facts };
}

/** The parameters and the rules that a vector describes. */
export function declared(vector: Row): Pick<Operation, "params" | "requires"> {
  const [params, requires] = [listAt(vector, "params"), listAt(vector, "requires")].map((rows) =>
    rows.map((row) => untag(row)),
  );
  return { params: params as (Param & { encoding?: Encoding })[], requires: requires as Requirement[] };
}

const THING: TypeSpec = {
  model: () => ({
    name: "Thing",
    fields: [
      ["id", "integer"],
      ["name", "text"],
    ],
  }),
};

/** What a field of each kind is declared as. */
export const KINDS: ReadonlyMap<string, TypeSpec> = new Map<string, TypeSpec>([
  ["integer", "integer"],
  ["decimal", "decimal"],
  ["boolean", "boolean"],
  ["date", "date"],
  ["datetime", "datetime"],
  ["text", "text"],
  ["enum", "text"],
  ["integer-enum", "integer"],
  ["integer-or-text", { oneOf: ["integer", "text"] }],
  ["map-or-text", { oneOf: [{ map: "text" }, "text"] }],
  ["any", "any"],
  ["object", THING],
  ["list-of-integer", { list: "integer" }],
  ["map-of-integer", { map: "integer" }],
]);

export function kindAt(row: Row, key: string): TypeSpec {
  return typeOf(row.get(key) ?? null);
}

/** A kind by its name, or a list or map of one: `{"list": "integer", "wrapper": "id"}`. */
export function typeOf(spec: Json): TypeSpec {
  if (spec instanceof Map) {
    const wrapper = spec.has("wrapper") ? { wrapper: textAt(spec, "wrapper") } : {};
    return spec.has("list") ? { list: kindAt(spec, "list"), ...wrapper } : { map: kindAt(spec, "map") };
  }
  const type = typeof spec === "string" ? KINDS.get(spec) : undefined;
  if (type === undefined) {
    throw new Error("there is no such kind");
  }
  return type;
}
