/**
 * Texts in one spelling, whichever way they were written: `it\&#039;s%20me` -> `its me`.
 *
 * PHP, MySQL, HTML, URLs and JSON each escape a text in their own way, some on top of each other. In this spelling all
 * of them are the same: escapes are what they stand for, quotes and backslashes are left out (`it\'s`, `it''s`), white
 * space, line breaks and `+` are one space, and case does not count. Each character knows where it stood. The time
 * taken is proportional to the text.
 */

import { unescaped } from "./entities.js";

// Escapes in escapes: JSON in HTML in a URL.
const LAYERS = 4;
const ESCAPE =
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});|(?:%[\da-f]{2})+|(?:\\{1,4}u[\da-f]{4})+|\\x[\da-f]{2}|\\[nrt]/gi;
const FILLER = /(?:[\\'"\s+]|<br\s{0,9}\/?>)+/gi;
// What people write between the digits of a number, as well.
const SEPARATORS = /[\\'"\s+.-]+/g;

/** A text in the one spelling; `starts` and `ends` are the places of its characters. */
export interface Spelled {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The text in the one spelling. */
export function spelled(text: string): Spelled {
  const places = Array.from({ length: text.length }, (_, index) => index);
  let found: Spelled = { text, starts: places, ends: places.map((place) => place + 1) };
  for (let layer = 0; layer < LAYERS && found.text.search(ESCAPE) >= 0; layer++) {
    found = replaced(found, ESCAPE, meant);
  }
  found = replaced(found, FILLER, (filler) => (/[^\\'"]/.test(filler) ? " " : ""));
  return { ...found, text: folded(found.text) };
}

/** The same with numbers in one piece: `4111-1111 1111` -> `411111111111`. */
export function joined(found: Spelled): Spelled {
  return replaced(found, SEPARATORS, () => "");
}

/** The text in small letters, none of them in another place than before. */
export function folded(text: string): string {
  const isPlain = /^[\s!-~]*$/.test(text);
  return isPlain ? text.toLowerCase() : Array.from(text, small).join("");
}

function small(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

/** The same with other text in the place of each match. */
function replaced(found: Spelled, pattern: RegExp, by: (match: string) => string): Spelled {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const keep = (end: number): void => {
    pieces.push(found.text.slice(at, end));
    for (; at < end; at++) {
      starts.push(found.starts[at] ?? 0);
      ends.push(found.ends[at] ?? 0);
    }
  };
  for (const match of found.text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    keep(match.index);
    const piece = by(match[0]);
    pieces.push(piece);
    const length = starts.length + piece.length;
    while (starts.length < length) {
      starts.push(found.starts[match.index] ?? 0);
      ends.push(found.ends[end - 1] ?? 0);
    }
    at = end;
  }
  keep(found.text.length);
  return { text: pieces.join(""), starts, ends };
}

/** What escapes stand for. */
function meant(escape: string): string {
  if (escape.startsWith("&")) {
    return unescaped(escape);
  }
  if (escape.startsWith("%")) {
    const codes = escape.slice(1).split("%");
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(codes, (hex) => parseInt(hex, 16)));
  }
  const units = escape.split(/\\+[ux]/i).slice(1);
  return units.map((hex) => String.fromCharCode(parseInt(hex, 16))).join("") || "\n";
}
