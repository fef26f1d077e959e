/**
 * Single values as forms have them: `true` -> `1`, `1e21` -> `1000000000000000000000`.
 *
 * The kind that a parameter declares decides what is accepted; nothing is guessed, nothing is rounded. An empty text is
 * a value of every kind: it clears a field, or fills a hole in a list.
 */

import * as dialect from "../dialect.js";
import { base64 } from "./base64.js";
import * as dates from "./dates.js";
import { isBytes, isWhole, Misfit } from "./misfit.js";
import { ExactNumber, Float, isZero, parts, plain, whole, width } from "./numbers.js";
import type { Param } from "./schema.js";

// More digits than any amount has; "1e999999999" would fill the memory.
const MOST_DIGITS = 1000;
// "15.95", "-3", "+7", ".5"
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const ZONED = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)? ?(Z|[+-]\d\d(:?\d\d)?)$/i;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** How dates are written: in a pattern, or as the dialect has them. Without either, texts stay as they are. */
export type Dates = { readonly pattern: string } | "usual";

/** How the dates in a parameter are written. */
export function datesOf({ encoding, dated }: Param): Dates | undefined {
  const pattern = encoding?.date;
  return pattern !== undefined ? { pattern } : dated === true ? "usual" : undefined;
}

/** The text of one value. Raises Misfit where the kind does not take it. */
export function write(value: unknown, kind: Param["kind"], forms?: Dates): string {
  if (value === "") {
    return "";
  }
  switch (kind) {
    case "integer":
      return integer(value);
    case "decimal":
      return decimal(value);
    case "boolean":
      return boolean(value);
    case "date":
    case "datetime":
      return moment(value, kind, forms);
    case "bytes":
      return base64Of(value);
    case "text":
      if (typeof value === "boolean") {
        throw new Misfit("text", value);
      }
      return anything(value, forms);
    case "object":
    case "any":
      return anything(value, forms);
  }
}

/** The number in digits, without an exponent: 1e21 is 1000000000000000000000. */
export function number(value: number | bigint | ExactNumber | Float): string {
  const bare = value instanceof Float ? value.value : value;
  const found = parts(bare instanceof ExactNumber ? bare.digits : String(bare));
  if (found === null) {
    throw new Misfit("a finite number", bare);
  }
  if (width(found) > MOST_DIGITS) {
    throw new Misfit("a number of less digits", {});
  }
  return plain(isZero(found) ? { ...found, negative: false } : found);
}

/** Whether the value is a number of any kind. */
export function isNumber(value: unknown): value is number | bigint | ExactNumber | Float {
  return (
    typeof value === "number" || typeof value === "bigint" || value instanceof ExactNumber || value instanceof Float
  );
}

/** The digits of a number; null for anything else, also for a number that cannot be sent, such as NaN. */
export function digitsOf(value: unknown): string | null {
  try {
    return isNumber(value) ? number(value) : null;
  } catch (error) {
    if (error instanceof Misfit) {
      return null;
    }
    throw error;
  }
}

/** Whether the text can be sent at all: half a surrogate pair cannot. */
export function isUnicode(value: string): boolean {
  return !LONE_SURROGATE.test(value);
}

/** The text itself, if it can be sent. Raises Misfit. */
export function text(value: string): string {
  if (!isUnicode(value)) {
    throw new Misfit("Unicode text without lone surrogates", value);
  }
  return value;
}

/** Text among data: as it is, or as dates are written where the parameter has some and the text is one. */
export function textOrDate(value: string, forms?: Dates): string {
  return forms === undefined ? text(value) : written(value, ...patterns(forms));
}

/** The error for a Date: it is a moment of the world, and has no day of its own. */
export function zoned(value: unknown, kind?: "date" | "datetime"): Misfit {
  const day = 'a date as text, without a time: "2026-01-31"';
  const moment = 'a time without a zone, as text: the server\'s own local time, "2026-01-31 07:08:09"';
  return new Misfit(kind === "date" ? day : moment, value);
}

/** base64 of bytes. */
export function base64Of(value: unknown): string {
  if (!isBytes(value)) {
    throw new Misfit("bytes (a Uint8Array), which are encoded for you", value);
  }
  return base64(bytesOf(value));
}

/** The bytes of a buffer, whichever kind it is. */
export function bytesOf(value: ArrayBufferView | ArrayBuffer): Uint8Array {
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value);
}

function integer(value: unknown): string {
  if (typeof value === "string" && /^[+-]?\d+$/.test(value)) {
    return value;
  }
  if (!isNumber(value)) {
    throw new Misfit("a whole number", value);
  }
  if (typeof value === "number" && Number.isInteger(value) && !isWhole(value)) {
    throw new Misfit("a whole number below 2^53, or a larger one as bigint or text", value);
  }
  number(value); // within bounds
  const found = parts(value instanceof Float ? String(value.value) : String(value));
  const digits = found === null ? null : whole(found);
  if (digits === null) {
    throw new Misfit("a whole number", value instanceof ExactNumber ? value.digits : value);
  }
  return digits;
}

function decimal(value: unknown): string {
  if (typeof value === "string") {
    const found = parts(value);
    if (found !== null) {
      return NUMBER.test(value) && !isZero(found) ? value : number(new ExactNumber(value));
    }
  }
  if (!isNumber(value)) {
    throw new Misfit("a decimal number", value);
  }
  return number(value);
}

/** PHP takes the texts "false" and "off" for true, so texts are refused. */
function boolean(value: unknown): string {
  const word = typeof value === "boolean" ? Number(value) : isNumber(value) ? Number(number(value)) : null;
  if (word !== 0 && word !== 1) {
    throw new Misfit("true or false", value);
  }
  return word === 1 ? dialect.TRUE : dialect.FALSE;
}

function moment(value: unknown, kind: "date" | "datetime", forms: Dates = "usual"): string {
  if (value instanceof Date || (typeof value === "string" && ZONED.test(value))) {
    throw zoned(value, kind);
  }
  if (typeof value !== "string") {
    throw new Misfit(kind === "date" ? 'a date as text, "2026-01-31"' : 'a time as text, "2026-01-31 07:08:09"', value);
  }
  const [forDays, forTimes] = patterns(forms);
  if (kind === "datetime") {
    return written(value, forTimes, forTimes);
  }
  if (timeOf(value) !== null) {
    throw new Misfit("a date without a time", value);
  }
  return written(value, forDays, forTimes);
}

/** How a day is written, and how a time is. */
function patterns(forms: Dates): [forDays: string, forTimes: string] {
  return forms === "usual" ? [dialect.REQUEST_DATE, dialect.REQUEST_DATETIME] : [forms.pattern, forms.pattern];
}

/** A text that is a date or a time, in its pattern; any other text as it is. */
function written(value: string, forDays: string, forTimes: string): string {
  const day = dates.read(value, [dates.DAY]);
  const time = day ?? timeOf(value);
  return time === null ? text(value) : dates.write(time, day === null ? forTimes : forDays);
}

/** The time that a text is. Temporal writes nine digits of a second, and none of them is sent. */
function timeOf(value: string): dates.Moment | null {
  return dates.read(value.replace(/(\.\d{6})\d{1,3}$/, "$1"), dates.TIMES);
}

function anything(value: unknown, forms: Dates | undefined): string {
  if (typeof value === "string") {
    return textOrDate(value, forms);
  }
  if (typeof value === "boolean") {
    return value ? dialect.TRUE : dialect.FALSE;
  }
  if (value instanceof Date) {
    throw zoned(value);
  }
  if (!isNumber(value)) {
    throw new Misfit("a text, number or boolean", value);
  }
  return number(value);
}
