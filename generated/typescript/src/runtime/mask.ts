/**
 * Text without secrets: `Password x7!q is wrong` -> `Password *** is wrong`.
 *
 * Servers echo what they were sent: in error messages, in debug pages. Whatever of an answer gets into an error goes
 * through here first.
 */

import * as dialect from "../dialect.js";
import { STARS } from "./secret.js";

// Line breaks, terminal escapes, marks that reverse the direction of text.
const CONTROL = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;
const SCRIPT = /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const TAG = /<[^<>]*>/g;
const SHORT = 4;
const WORD = "[\\p{L}\\p{N}_]";
// PHP shows no more than this of a text in its stack traces.
const CUT = 15;

/** Replaces the given secrets, in each spelling a server may echo them in. */
export class Mask {
  readonly #pattern: RegExp;

  constructor(secrets: Iterable<string>) {
    const spellings = [...new Set([...secrets].flatMap(spellingsOf))];
    const longestFirst = spellings.sort((one, other) => other.length - one.length);
    this.#pattern = new RegExp(longestFirst.map(patternOf).join("|") || "(?!)", "giu"); // %2F, %2f
  }

  /** The text with stars for the secrets. */
  over(text: string): string {
    return text.replace(this.#pattern, STARS);
  }

  /** A line of what a server says, with whatever stands behind a sensitive name masked, too. */
  told(text: string, limit: number): string {
    return this.line(withoutNamed(text), limit);
  }

  /** One printable line of at most `limit` characters, secrets masked. */
  line(text: string, limit: number): string {
    const line = this.over(text).replace(CONTROL, " ").replace(/\s+/g, " ").trim();
    return line.length <= limit ? line : `${line.slice(0, limit - 3)}...`;
  }

  /** The beginning of the text of a page: no tags, no scripts, secrets masked. */
  snippet(body: Uint8Array, limit = 200): string {
    const text = withoutNamed(this.over(new TextDecoder().decode(body)));
    return this.line(text.replace(SCRIPT, " ").replace(TAG, " "), limit);
  }
}

/** The secret as it is, and as it stands in a URL, in HTML and in JSON. */
function spellingsOf(given: string): string[] {
  const secret = given.trim();
  if (secret === "") {
    return [];
  }
  const html = secret
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
  const json = JSON.stringify(secret).slice(1, -1);
  const ascii = json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const url = quoted(secret);
  return [
    ...(secret.length > CUT ? [`${secret.slice(0, CUT)}...`] : []),
    secret,
    url,
    url.replaceAll("%20", "+"),
    html,
    html.replaceAll("&#x27;", "&#039;"),
    ascii,
    ascii.replaceAll("/", "\\/"),
    json,
  ];
}

/** The text as it stands in a URL. */
function quoted(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return Array.from(bytes, (byte) => {
    const letter = String.fromCharCode(byte);
    return /[\w.~-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}

/** A short secret counts where it stands alone: masking every 1 of a text would help nobody. */
function patternOf(secret: string): string {
  const pattern = escaped(secret);
  return secret.length < SHORT ? `(?<!${WORD})${pattern}(?!${WORD})` : pattern;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

// A value behind a sensitive name: "password": "x", password=x, [password] => x.
const NAMES = [...dialect.SENSITIVE].sort((one, other) => other.length - one.length).map(escaped);
const BEFORE = `["'\\[]?\\b(?:${NAMES.join("|") || "(?!)"})\\b["'\\]]?\\s*(?:=>|[:=])\\s*`;
const VALUE = `"(?:[^"\\\\]|\\\\.)*"?|'[^']*'?|[^\\s,;&<>}\\]]+`;
const NAMED = new RegExp(`(${BEFORE})(?:${VALUE})`, "gi");

function withoutNamed(text: string): string {
  return text.replace(NAMED, (_, before: string) => before + STARS);
}
