/**
 * A value that a parameter cannot take, on its way to an error that names the parameter.
 *
 * Whoever meets the value says what is needed instead; who knows the parameter makes the message, and shows the value
 * only where it is not sensitive.
 */

import { SPEC } from "./schema.js";
import type { ModelSpec } from "./schema.js";
import { isSecret, STARS } from "./secret.js";

const LONGEST = 40;

/** `needs` says what is wanted, `path` leads to the value: `[0, "amount"]`. It holds the value: nobody else gets it. */
export class Misfit extends Error {
  readonly needs: string;
  readonly value: unknown;
  path: readonly unknown[] = [];

  constructor(needs: string, value: unknown) {
    super(needs);
    this.needs = needs;
    this.value = value;
  }

  /** The message for the caller: `pid[1] takes a whole number, not "x" (string)`. */
  told(wire: string, sensitive: boolean): string {
    const place = wire + this.path.map((key) => `[${sensitive ? safeKey(key) : String(key)}]`).join("");
    return `${place} takes ${this.needs}, not ${this.#shown(sensitive)}`;
  }

  #shown(sensitive: boolean): string {
    const { value } = this;
    const name = kindOf(value);
    // What a list, a map or a file holds may be a secret of its own.
    const isPlain = value === null || ["string", "number", "bigint", "boolean"].includes(typeof value);
    if (!isPlain || sensitive) {
      return /^[aeiou]/i.test(name) ? `an ${name}` : `a ${name}`;
    }
    const text = typeof value === "string" ? JSON.stringify(value) : String(value);
    return `${text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text} (${name})`;
  }
}

/** A key on the way to a sensitive value: it may be a secret itself, unless it is a known name. */
function safeKey(key: unknown): string {
  return typeof key === "number" || (typeof key === "string" && isSecret(key)) ? String(key) : STARS;
}

/** Runs `act`; a Misfit that it raises is met one level further inside, at `key`. */
export function inside<T>(key: unknown, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Misfit) {
      error.path = [key, ...error.path];
    }
    throw error;
  }
}

function kindOf(value: unknown): string {
  if (value === null) {
    return "null";
  }
  if (Array.isArray(value)) {
    return "list";
  }
  if (isBytes(value)) {
    return "byte array";
  }
  if (typeof value === "object" && SPEC in value) {
    return `${(value[SPEC] as ModelSpec).name} of an answer`;
  }
  return value instanceof Date ? "Date" : typeof value;
}

/** Whether there is no value. */
export function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Whether the value is a list to a server. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** An object or a Map, whose keys are data. */
export type MapLike = ReadonlyMap<unknown, unknown> | Readonly<Record<string, unknown>>;

/** Whether the value has keys, which are data: a plain object or a Map. */
export function isMap(value: unknown): value is MapLike {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const parent: unknown = Object.getPrototypeOf(value);
  return value instanceof Map || parent === null || Object.getPrototypeOf(parent) === null;
}

/** Keys and values, in order; of a list, its indexes and items. */
export function pairsOf(value: MapLike | readonly unknown[]): (readonly [key: unknown, item: unknown])[] {
  if (isList(value)) {
    return Array.from(value, (item, index) => [index, item] as const);
  }
  return value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : Object.entries(value);
}

/** Whether a map's keys are all whole numbers: `{0: "a", 5: "b"}` is a list with its indexes said. */
export function hasIndexes(value: MapLike): boolean {
  return pairsOf(value).every(([key]) =>
    typeof key === "string" ? /^(0|[1-9]\d*)$/.test(key) && !(value instanceof Map) : isWhole(key),
  );
}

/** Whether the value is a whole number, exactly. */
export function isWhole(value: unknown): value is number | bigint {
  return typeof value === "bigint" || Number.isSafeInteger(value);
}

/** Whether the value is bytes, or a buffer that can stand for them. */
export function isBytes(value: unknown): value is ArrayBufferView | ArrayBuffer {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
}
