/** JSON with exact numbers: `15.950` is an ExactNumber, both ways, and never a float. */

import { inside, isList, isMap, isNone, isWhole, Misfit, pairsOf } from "./misfit.js";
import { ExactNumber, parts } from "./numbers.js";
import * as values from "./values.js";

/** What a JSON text says. Objects are Maps: they keep the order of their keys, and no key means anything to them. */
export type Json = null | boolean | number | string | ExactNumber | Json[] | JsonObject;
export type JsonObject = Map<string, Json>;

// Far more than anyone needs, and far less than any stack holds.
const DEEPEST = 400;
const DEEPEST_SENT = 100;
// A number of more digits, or of such an exponent, is of no use to anyone, and stays text.
const MOST_DIGITS = 4000;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const PLAIN = /[^"\\]*/y; // also control characters, such as a tab that nobody escaped
const ESCAPE = /\\(?:(["\\/bfnrt])|u([0-9a-fA-F]{4}))/y;
const ESCAPED = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** A text that is no JSON, or nested too deep. */
export class JsonError extends Error {
  constructor() {
    super("not JSON");
  }
}

/** The value that the whole text is the JSON of. Raises JsonError. */
export function loads(text: string): Json {
  const [value, end] = loadsAt(text, space(text, 0));
  const rest = space(text, end);
  if (rest < text.length) {
    throw new JsonError();
  }
  return value;
}

/** The value whose JSON begins at `start`, and where it ends. Raises JsonError. */
export function loadsAt(text: string, start: number): [value: Json, end: number] {
  return readValue(text, start, 0);
}

/** Sets a property by a name that is data: not even `__proto__` means anything. */
export function put(target: object, name: string, value: unknown, enumerable = true): void {
  Object.defineProperty(target, name, { value, enumerable, writable: true, configurable: true });
}

/** The position behind white space. Mostly there is none. */
function space(text: string, position: number): number {
  return text.charCodeAt(position) > 32 ? position : (match(SPACE, text, position)?.end ?? position);
}

function match(pattern: RegExp, text: string, position: number): { found: RegExpExecArray; end: number } | null {
  pattern.lastIndex = position;
  const found = pattern.exec(text);
  return found === null ? null : { found, end: pattern.lastIndex };
}

function readValue(text: string, position: number, level: number): [Json, number] {
  if (level > DEEPEST) {
    throw new JsonError();
  }
  switch (text.charAt(position)) {
    case "{":
      return readObject(text, position, level);
    case "[":
      return readArray(text, position, level);
    case '"':
      return readText(text, position);
    case "t":
      return readWord("true", true, text, position);
    case "f":
      return readWord("false", false, text, position);
    case "n":
      return readWord("null", null, text, position);
  }
  const number = match(NUMBER, text, position);
  if (number === null) {
    throw new JsonError();
  }
  const [digits, fraction, exponent] = number.found;
  return [numberOf(digits, fraction === undefined && exponent === undefined), number.end];
}

function readWord(word: string, value: Json, text: string, position: number): [Json, number] {
  if (!text.startsWith(word, position)) {
    throw new JsonError();
  }
  return [value, position + word.length];
}

function numberOf(digits: string, isInteger: boolean): Json {
  if (isInteger && Number.isSafeInteger(Number(digits))) {
    return Number(digits) + 0; // no -0
  }
  const found = parts(digits);
  const adjusted = found === null ? NaN : Math.abs(found.digits.length - 1 - found.scale);
  return adjusted < MOST_DIGITS ? new ExactNumber(digits) : digits;
}

function readObject(text: string, start: number, level: number): [Json, number] {
  const object: JsonObject = new Map();
  let position = space(text, start + 1);
  if (text.charAt(position) === "}") {
    return [object, position + 1];
  }
  for (;;) {
    if (text.charAt(position) !== '"') {
      throw new JsonError();
    }
    const [key, behind] = readText(text, position);
    position = expect(":", text, space(text, behind));
    const [value, end] = readValue(text, space(text, position), level + 1);
    object.set(key, value);
    position = space(text, end);
    if (text.charAt(position) === "}") {
      return [object, position + 1];
    }
    position = space(text, expect(",", text, position));
  }
}

function readArray(text: string, start: number, level: number): [Json, number] {
  const array: Json[] = [];
  let position = space(text, start + 1);
  if (text.charAt(position) === "]") {
    return [array, position + 1];
  }
  for (;;) {
    const [value, end] = readValue(text, position, level + 1);
    array.push(value);
    position = space(text, end);
    if (text.charAt(position) === "]") {
      return [array, position + 1];
    }
    position = space(text, expect(",", text, position));
  }
}

function expect(letter: string, text: string, position: number): number {
  if (text.charAt(position) !== letter) {
    throw new JsonError();
  }
  return position + 1;
}

function readText(text: string, start: number): [string, number] {
  const end = match(PLAIN, text, start + 1)?.end ?? 0;
  return text.charAt(end) === '"' ? [text.slice(start + 1, end), end + 1] : readEscapes(text, start);
}

/** A text with escapes in it. Few have any. */
function readEscapes(text: string, start: number): [string, number] {
  let [read, position] = ["", start + 1];
  for (;;) {
    const end = match(PLAIN, text, position)?.end ?? position;
    read += text.slice(position, end);
    const next = text.charAt(end);
    if (next === '"') {
      return [read, end + 1];
    }
    const escape = match(ESCAPE, text, end);
    if (escape === null) {
      throw new JsonError();
    }
    const [, letter, code] = escape.found;
    read += letter === undefined ? String.fromCharCode(parseInt(code ?? "", 16)) : (ESCAPED.get(letter) ?? letter);
    position = escape.end;
  }
}

/** Compact JSON. An ExactNumber is a number with all its digits. What is undefined in an object is left out. */
export function dumps(value: unknown, dates?: values.Dates, level = 0): string {
  if (level > DEEPEST_SENT) {
    throw new Misfit(`at most ${String(DEEPEST_SENT)} levels`, {});
  }
  if (isNone(value)) {
    return "null";
  }
  if (typeof value === "boolean") {
    return String(value);
  }
  if (values.isNumber(value)) {
    return values.number(value);
  }
  if (typeof value === "string") {
    return JSON.stringify(values.textOrDate(value, dates));
  }
  if (value instanceof Date) {
    throw values.zoned(value);
  }
  if (!isList(value) && !isMap(value)) {
    throw new Misfit("values that JSON has: texts, numbers, booleans, lists, objects", value);
  }
  const names = new Set<string>();
  const items = pairsOf(value)
    .filter(([, item]) => item !== undefined || isList(value))
    .map(([key, item]) => {
      const name = isList(value) ? "" : keyOf(key);
      if (names.has(name) && !isList(value)) {
        throw new Misfit(`each key once: ${JSON.stringify(name)} is there twice`, {});
      }
      names.add(name);
      const written = inside(key, () => dumps(item, dates, level + 1));
      return isList(value) ? written : `${JSON.stringify(name)}:${written}`;
    });
  return isList(value) ? `[${items.join(",")}]` : `{${items.join(",")}}`;
}

function keyOf(key: unknown): string {
  if (typeof key !== "string" && !isWhole(key)) {
    throw new Misfit("keys that are text or whole numbers", key);
  }
  return values.text(String(key));
}
