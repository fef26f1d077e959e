/**
 * PHP's own formats: `serialize()`, and which names it reads from a form as they are meant.
 *
 * Vectors: tests/wire/php_serialize.json and tests/wire/form_names.json; real PHP is the judge of both.
 */

import { inside, isBytes, isList, isMap, isWhole, Misfit, pairsOf } from "./misfit.js";
import { ExactNumber, Float } from "./numbers.js";
import * as values from "./values.js";

// Far more than anyone needs, and far less than any stack holds.
const DEEPEST = 100;
// No literals: projects whose target is older than ES2020 have none.
const LARGEST = BigInt("9223372036854775807");
const SMALLEST = BigInt("-9223372036854775808");
// "1", "0" and "-5" are integers as keys of an array; "01", "+1", "-0" and "1.0" stay texts.
const INTEGER_KEY = /^(0|-?[1-9]\d{0,18})$/;
// What PHP takes for white space in brackets.
const SPACE = "[ \\t\\n\\r\\v\\f]";
// "pid", "pid[0]", "email_preferences[general]". PHP turns a dot or a space in front of the first bracket into an
// underscore, ends a name at a NUL, drops what follows a bracket and takes "[]" and "[ ]" for "the next".
const NAME = new RegExp(`^[^ .[\\0]+(\\[(?!${SPACE}\\])[^[\\]\\0]+\\])*$`);
const KEY = new RegExp(`^(?!${SPACE}$)[^\\]\\0]+$`);

/** Whether PHP reads the name of a variable, `a` or `a[b][c]`, as it is written: it is Unicode text, too. */
export function isReadableName(name: string): boolean {
  return NAME.test(name) && values.isUnicode(name);
}

/** Whether PHP reads the key as it is written when it stands in brackets. */
export function isReadableKey(key: string): boolean {
  return KEY.test(key);
}

/**
 * PHP's serialize() of the value, byte for byte.
 *
 * An object or a Map is an array with PHP's keys ("5" becomes 5), a list an array from 0. A whole number is an integer,
 * any other a float; an ExactNumber is text, since PHP has no decimal numbers. What is undefined in an object is left
 * out. Raises Misfit.
 */
export function serialize(value: unknown, dates?: values.Dates): Uint8Array {
  const chunks: Uint8Array[] = [];
  collect(value, dates, 0, chunks);
  const all = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let position = 0;
  for (const chunk of chunks) {
    all.set(chunk, position);
    position += chunk.length;
  }
  return all;
}

function collect(value: unknown, dates: values.Dates | undefined, level: number, into: Uint8Array[]): void {
  if (level > DEEPEST) {
    throw new Misfit(`at most ${String(DEEPEST)} levels`, {});
  }
  if (isList(value) || isMap(value)) {
    const entries = arrayOf(value);
    into.push(utf8(`a:${String(entries.size)}:{`));
    for (const [key, item] of entries) {
      into.push(...(typeof key === "bigint" ? [utf8(`i:${String(key)};`)] : stringOf(utf8(key))));
      inside(key, () => {
        collect(item, dates, level + 1, into);
      });
    }
    into.push(utf8("}"));
  } else {
    into.push(...single(value, dates));
  }
}

function single(value: unknown, dates: values.Dates | undefined): Uint8Array[] {
  if (value === null || value === undefined) {
    return [utf8("N;")];
  }
  if (typeof value === "boolean") {
    return [utf8(`b:${value ? "1" : "0"};`)];
  }
  if (typeof value === "string") {
    return stringOf(utf8(values.textOrDate(value, dates)));
  }
  if (value instanceof ExactNumber) {
    return stringOf(utf8(values.number(value)));
  }
  if (typeof value === "bigint" && !isInteger64(value)) {
    throw new Misfit("an integer of 64 bits", value);
  }
  if (typeof value === "bigint" || (isWhole(value) && !Object.is(value, -0))) {
    return [utf8(`i:${String(value)};`)];
  }
  if (typeof value === "number" || value instanceof Float) {
    return [utf8(`d:${float(value instanceof Float ? value.value : value)};`)];
  }
  if (isBytes(value)) {
    return stringOf(values.bytesOf(value));
  }
  if (value instanceof Date) {
    throw values.zoned(value);
  }
  throw new Misfit("values that PHP has: texts, numbers, booleans, lists, objects", value);
}

function stringOf(content: Uint8Array): Uint8Array[] {
  return [utf8(`s:${String(content.length)}:"`), content, utf8('";')];
}

/** The value as a PHP array: keys as PHP has them. */
function arrayOf(value: Parameters<typeof pairsOf>[0]): Map<bigint | string, unknown> {
  const entries = new Map<bigint | string, unknown>();
  for (const [key, item] of pairsOf(value)) {
    if (item === undefined && !isList(value)) {
      continue;
    }
    const phpKey = arrayKey(key);
    if (entries.has(phpKey)) {
      throw new Misfit(`each key once: for PHP, ${String(key)} is there twice`, value);
    }
    entries.set(phpKey, item);
  }
  return entries;
}

function arrayKey(key: unknown): bigint | string {
  if (typeof key === "string") {
    const isNumber = INTEGER_KEY.test(key) && isInteger64(BigInt(key));
    return isNumber ? BigInt(key) : values.text(key);
  }
  if (!isWhole(key)) {
    throw new Misfit("keys that are text or whole numbers", key);
  }
  if (!isInteger64(BigInt(key))) {
    throw new Misfit("keys within 64 bits", key);
  }
  return BigInt(key);
}

function isInteger64(value: bigint): boolean {
  return value <= LARGEST && value >= SMALLEST;
}

/** The shortest digits that give the same number, as in PHP: 0.1, 1.0E+25, -0, INF. */
function float(value: number): string {
  if (Number.isNaN(value)) {
    return "NAN";
  }
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (!Number.isFinite(value)) {
    return `${sign}INF`;
  }
  if (value === 0) {
    return `${sign}0`;
  }
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const point = Number(exponent) + 1; // digits in front of the decimal point
  // PHP turns to an exponent from 1.0E-5 downwards and from 1.0E+17 upwards.
  if (point < -3 || point > 17) {
    const turned = point - 1;
    return `${sign}${digits.charAt(0)}.${digits.slice(1) || "0"}E${turned < 0 ? "" : "+"}${String(turned)}`;
  }
  if (point <= 0) {
    return `${sign}0.${"0".repeat(-point)}${digits}`;
  }
  const whole = digits.slice(0, point).padEnd(point, "0");
  return `${sign}${whole}${digits.length > point ? `.${digits.slice(point)}` : ""}`;
}

const ENCODER = new TextEncoder();

function utf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}
