/**
 * Answers as models.
 *
 * `read` never fails over a value: what cannot be read is null, and what was sent is in `unparsed` of the model that
 * has the field. In strict mode it is an error instead.
 */

import * as dialect from "../dialect.js";
import { UnreadableValueError } from "../errors.js";
import { findJson } from "./body.js";
import type { Json } from "./json_text.js";
import { Reader } from "./leniency.js";
import type { Problem } from "./leniency.js";
import { Mask } from "./mask.js";
import { fieldsOf, modelIn, opened, starred } from "./model.js";
import type { ModelSpec, Operation, TypeSpec } from "./schema.js";
import { sensitiveNames } from "./sensitive.js";
import { ExactNumber } from "./numbers.js";

const MOST_TOLD = 10;
const LONGEST = 60;

/**
 * The answer to a call, as the type that the operation declares; null where it declares none.
 *
 * `data` is the JSON document, or the body that holds it. Raises UnreadableValueError where the document as a whole is
 * of another kind, and in strict mode for values that contradict their types, which its message shows through the
 * `mask`.
 */
export function read<T>(
  operation: Operation<T>,
  data: Json | Uint8Array,
  strict = false,
  mask = (): Mask => new Mask([], sensitiveNames(operation.response)),
): T {
  const type = operation.response;
  if (type === null) {
    return null as T;
  }
  const found = data instanceof Uint8Array ? (findJson(data)?.data ?? null) : data;
  const reader = new Reader();
  const value = reader.root(type, documentOf(operation, type, found));
  if (strict && reader.problems.length > 0) {
    throw refusal(operation, reader.problems, mask());
  }
  return value as T;
}

/** The document that the type is to read. */
function documentOf(operation: Operation, type: TypeSpec, data: Json): Json {
  if (typeof type === "string" || "oneOf" in type) {
    return data;
  }
  if ("model" in type) {
    const object = Array.isArray(data) ? asObject(type.model(), data) : data;
    if (!(object instanceof Map)) {
      throw notAtAll(operation, "an object");
    }
    return object;
  }
  if (data instanceof Map) {
    return new Map([...data].filter(([key]) => key !== dialect.ENVELOPE_RESULT));
  }
  if (!Array.isArray(data)) {
    throw notAtAll(operation, "list" in type ? "a list" : "an object");
  }
  return data;
}

/** A bare list as the object that is documented: its only list. PHP writes one without fields as `[]`. */
function asObject(spec: ModelSpec, data: Json[]): Json {
  if (data.length === 0) {
    return new Map();
  }
  const lists = spec.fields.filter(isListField).map(([wire]) => wire);
  const [only] = lists;
  return only !== undefined && lists.length === 1 ? new Map([[only, data]]) : data;
}

function isListField([, type]: ModelSpec["fields"][number]): boolean {
  return typeof type === "object" && "list" in type;
}

function notAtAll(operation: Operation, expected: string): UnreadableValueError {
  return new UnreadableValueError(`the answer is not ${expected}`, { action: operation.action });
}

/**
 * Whether a document without a result can be what the action answers, and not somebody else's JSON.
 *
 * Some answers have no result. They hold something that is documented of the action, or are a list where it has one.
 */
export function isAnswer(operation: Operation, data: Json): boolean {
  const type = operation.response;
  if (type === null || typeof type === "string" || !("model" in type)) {
    return type !== null;
  }
  const spec = type.model();
  if (!(data instanceof Map)) {
    return spec.fields.some(isListField);
  }
  const flat = spec.flattened === undefined ? undefined : fieldsOf(spec).get(spec.flattened)?.type;
  const inner = flat === undefined ? null : modelIn(flat);
  const told = [dialect.ENVELOPE_WARNING, ...dialect.ENVELOPE_MESSAGE];
  const names = [...fieldsOf(spec).keys(), ...(inner === null ? [] : fieldsOf(inner).keys())];
  return names.some((name) => data.has(name) && !told.includes(name));
}

/** The error for values that contradict their types: it names the first of them, outermost first. */
function refusal(operation: Operation, problems: readonly Problem[], mask: Mask): UnreadableValueError {
  const sorted = [...problems].sort((one, other) => one.depth - other.depth);
  const lines = sorted.slice(0, MOST_TOLD).map((each) => `${each.path} is not ${each.expected}: ${shown(each, mask)}`);
  const more = sorted.length > MOST_TOLD ? [`and ${String(sorted.length - MOST_TOLD)} more`] : [];
  return new UnreadableValueError([...lines, ...more].join("; "), {
    action: operation.action,
    path: sorted[0]?.path ?? "",
  });
}

/** The value in short. What must not be shown is taken out of it before. */
function shown({ raw, sensitive }: Problem, mask: Mask): string {
  if (sensitive) {
    return "(hidden)";
  }
  const text = mask.overAll(raw instanceof ExactNumber ? raw.digits : JSON.stringify(starred(opened(raw))));
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
}
