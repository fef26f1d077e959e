/**
 * Text without the values behind sensitive names: `"password": "x"` -> `"password": ***`.
 *
 * The names are found as JSON, PHP (print_r, var_dump, var_export, serialize), XML, URLs and prose write them, also
 * where quotes are escaped. A value that is a list or an object goes as a whole, and one that breaks off up to the end.
 * The time taken is proportional to the text.
 */

import { STARS } from "./secret.js";

const QUOTE = `(?:\\\\{0,8}["']|&(?:quot|apos|#0{0,5}3[49]|#x0{0,5}2[27]);|\\\\{1,8}u002[27]|%2[27])`;
const OPENING = new RegExp(QUOTE, "iy");
// What PHP writes before a text or an array: string(7) "x", array(1) {, Array (, s:7:"x", a:1:{
const TYPED = /(?:(?:string|array)\(\d{1,9}\)|array|[as]:\d{1,9}:)\s*(?=["'({])/iy;
const BARE = /[^\s,;&<>})\]]+/y;
const DOUBLE = /"[^"\\]*(?:\\[^][^"\\]*)*"?/y;
const SINGLE = /'[^'\\]*(?:\\[^][^'\\]*)*'?/y;
const PART = /"[^"\\]*(?:\\[^][^"\\]*)*"?|[[\](){}]/g;

/** A pattern for one of the names, in any case of letters, up to where its value begins. */
export function behind(names: Iterable<string>): RegExp {
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  const escaped = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const name = `(?:${escaped.join("|") || "(?!)"})(?!\\w)`;
  const assigned = `(?<!\\w)${name}(?:${QUOTE}?\\]?\\s*(?:=>|[:=])|${QUOTE};|${QUOTE}\\s+value\\s*=)\\s*`;
  return new RegExp(`${assigned}|(<${name}[^<>]{0,200}>)`, "gi");
}

/** The text with stars for whatever stands behind a name. */
export function withoutNamed(text: string, names: RegExp): string {
  const pieces: string[] = [];
  let at = 0;
  for (names.lastIndex = 0; ; names.lastIndex = at) {
    const match = names.exec(text);
    if (match === null) {
      return pieces.join("") + text.slice(at);
    }
    const start = match.index + match[0].length;
    const end = match[1] === undefined ? endOf(text, start) : orEnd(text, text.indexOf("<", start));
    pieces.push(text.slice(at, start), end > start ? STARS : "");
    at = end;
  }
}

/** Where the value ends that begins there; the end of the text if it breaks off. */
function endOf(text: string, start: number): number {
  const at = after(TYPED, text, start) ?? start;
  const opening = text.charAt(at);
  if (opening === '"' || opening === "'") {
    return after(opening === '"' ? DOUBLE : SINGLE, text, at) ?? at;
  }
  if (opening !== "" && "{[(".includes(opening)) {
    return endOfList(text, at);
  }
  const inside = after(OPENING, text, at);
  if (inside === undefined) {
    return after(BARE, text, at) ?? at;
  }
  const quote = text.slice(at, inside);
  let end = text.indexOf(quote, inside);
  while (end > 0 && text.charAt(end - 1) === "\\") {
    end = text.indexOf(quote, end + 1); // a quote inside, escaped once more
  }
  return end < 0 ? text.length : end + quote.length;
}

function endOfList(text: string, at: number): number {
  let level = 0;
  PART.lastIndex = at;
  for (let part = PART.exec(text); part !== null; part = PART.exec(text)) {
    if (!part[0].startsWith('"')) {
      level += "{[(".includes(part[0]) ? 1 : -1;
    }
    if (level === 0) {
      return PART.lastIndex;
    }
  }
  return text.length;
}

/** Where a match that begins there ends. */
function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function orEnd(text: string, place: number): number {
  return place < 0 ? text.length : place;
}
