/**
 * Single values of a response, in any of the spellings that servers use: `"5.00"` -> 5, and a zero date -> null.
 *
 * Each reader gives the value, null for no value, UNREADABLE, or Partly where only a part can be said. Vectors:
 * tests/wire/decode_scalars.json.
 */

import * as dialect from "../dialect.js";
import * as dates from "./dates.js";
import type { Moment } from "./dates.js";
import type { Json } from "./json_text.js";
import { opened } from "./model.js";
import { ExactNumber, parts, plain, whole, width } from "./numbers.js";
import type { Kind } from "./schema.js";

/** What cannot be read by its declared type. */
export const UNREADABLE: unique symbol = Symbol("unreadable");

/** A part of what was sent; the rest of it has to be kept. */
export class Partly {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

const MOST_DIGITS = 4000;
const DAYS = [...dialect.RESPONSE_DATES, ...dialect.RESPONSE_DATETIMES];
const MOMENTS = [...dialect.RESPONSE_DATETIMES, ...dialect.RESPONSE_DATES];
const TRUE = lowered(dialect.TRUE_WORDS);
const FALSE = lowered(dialect.FALSE_WORDS);

/** What each kind is called in errors. */
export const EXPECTED: Readonly<Record<Kind, string>> = {
  text: "a text",
  integer: "a whole number",
  decimal: "a decimal number",
  boolean: "true or false",
  date: "a date",
  datetime: "a date and time",
  any: "anything",
};

const WHOLE = /^[ \t\r\n]*([+-]?\d+(?:\.0+)?)[ \t\r\n]*$/;
const NUMBER = /^[ \t\r\n]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?)[ \t\r\n]*$/;

/** The value of a kind. */
export function read(kind: Kind, raw: Json): unknown {
  switch (kind) {
    case "text":
      return text(raw);
    case "integer":
      return integer(raw);
    case "decimal":
      return decimal(raw);
    case "boolean":
      return boolean(raw);
    case "date":
      return day(raw);
    case "datetime":
      return moment(raw);
    case "any":
      return opened(raw);
  }
}

/** Whether the value is a blank. */
export function isBlank(raw: Json): boolean {
  return raw === null || (typeof raw === "string" && dialect.BLANK.has(raw.trim()));
}

/** A whole number that JavaScript can hold to the last digit; true and false are 1 and 0, as they are in PHP. */
function integer(raw: Json): unknown {
  if (isBlank(raw)) {
    return null;
  }
  if (typeof raw === "number" || typeof raw === "boolean") {
    return Number(raw);
  }
  const found = bounded(raw, WHOLE);
  const digits = found === null ? null : whole(found);
  return digits !== null && Number.isSafeInteger(Number(digits)) ? Number(digits) + 0 : UNREADABLE;
}

/** An exact number, its digits as they were sent. */
function decimal(raw: Json): unknown {
  if (isBlank(raw)) {
    return null;
  }
  if (typeof raw === "number" || typeof raw === "boolean") {
    return String(Number(raw));
  }
  const found = bounded(raw, NUMBER);
  return found === null ? UNREADABLE : plain(found);
}

/** The parts of a number, or of a text of that form, that anyone can calculate with. */
function bounded(raw: Json, form: RegExp): ReturnType<typeof parts> {
  const written = typeof raw === "string" ? form.exec(raw)?.[1] : undefined;
  const digits = raw instanceof ExactNumber ? raw.digits : (written ?? null);
  const found = digits === null ? null : parts(digits);
  return found !== null && width(found) < MOST_DIGITS ? found : null;
}

/** True or false: by the dialect's words, in any case of letters; 1 and 0 also as numbers. */
function boolean(raw: Json): unknown {
  if (raw === null || typeof raw === "boolean") {
    return raw;
  }
  const found = raw instanceof ExactNumber ? bounded(raw, NUMBER) : null;
  const word = found === null ? raw : whole(found);
  if (typeof word !== "string" && typeof word !== "number") {
    return UNREADABLE;
  }
  const said = String(word).trim().toLowerCase();
  return TRUE.has(said) ? true : FALSE.has(said) ? false : UNREADABLE;
}

/** A date. Of a time that is not midnight, the date with the whole text kept. */
function day(raw: Json): unknown {
  const found = momentOf(raw, DAYS);
  if (found === null || found === UNREADABLE) {
    return found;
  }
  const written = dates.writeDay(found);
  return dates.isMidnight(found) ? written : new Partly(written);
}

/** A date and time, in the server's local time; a date alone is its midnight. */
function moment(raw: Json): unknown {
  const found = momentOf(raw, MOMENTS);
  return found === null || found === UNREADABLE ? found : dates.writeMoment(found);
}

/** A text. Booleans are "1" and "", as PHP writes them; a number keeps its digits, an exponent written out. */
function text(raw: Json): unknown {
  if (typeof raw === "boolean") {
    return raw ? "1" : "";
  }
  if (raw instanceof ExactNumber) {
    const found = bounded(raw, NUMBER);
    return found === null ? raw.digits : plain(found);
  }
  const isText = raw === null || typeof raw === "string";
  return isText ? raw : typeof raw === "number" ? String(raw) : UNREADABLE;
}

function momentOf(raw: Json, patterns: readonly string[]): Moment | null | typeof UNREADABLE {
  if (isBlank(raw) || raw === false) {
    return null;
  }
  if (typeof raw !== "string") {
    return UNREADABLE;
  }
  const stripped = raw.trim();
  return isZero(stripped) ? null : (dates.read(stripped, patterns) ?? UNREADABLE);
}

/** Whether it is a zero date, also with a time of zeros in any form, as in T00:00:00.000Z. */
function isZero(text: string): boolean {
  const [day = "", rest = ""] = text.split(/[ T]([^]*)/, 2);
  return dialect.ZERO_DATES.has(text) || (dialect.ZERO_DATES.has(day) && /^[0:.+Z-]*$/.test(rest));
}

function lowered(words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].map((word) => word.toLowerCase()));
}
