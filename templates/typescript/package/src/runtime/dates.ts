/**
 * Dates in the server's spellings: `2026-01-31` <-> `31/01/2026`.
 *
 * Spellings are patterns of YYYY, MM, DD, hh, mm and ss. A time is the server's local time: it has no zone, in either
 * direction.
 */

/** How a day is a text in JavaScript, and so in this package, whatever the server sends. */
export const DAY = "YYYY-MM-DD";
/** How a time is; the first one is how it is written. */
export const TIMES: readonly [string, string] = [`${DAY} hh:mm:ss`, `${DAY}Thh:mm:ss`];

// How many digits each part of a pattern has.
const WIDTHS = { YYYY: 4, MM: 2, DD: 2, hh: 2, mm: 2, ss: 2 } as const;
const PART = /YYYY|MM|DD|hh|mm|ss/g;
// What may stand behind the seconds.
const FRACTION = "(?:\\.(\\d{1,6}))?";

type Part = keyof typeof WIDTHS;

/** A day and a time of it. `fraction`: six digits, or "" for none. */
export interface Moment extends Readonly<Record<Part, number>> {
  readonly fraction: string;
}

/** The date or time as the pattern says. */
export function write(moment: Moment, pattern: string): string {
  return pattern.replace(PART, (part) => String(moment[part as Part]).padStart(WIDTHS[part as Part], "0"));
}

/** `2026-01-31`. */
export function writeDay(moment: Moment): string {
  return write(moment, DAY);
}

/** `2026-01-31 07:08:09`, with the fraction of a second where there is one. */
export function writeMoment(moment: Moment): string {
  return write(moment, TIMES[0]) + (moment.fraction === "" ? "" : `.${moment.fraction}`);
}

/** Whether it is the first second of a day. */
export function isMidnight(moment: Moment): boolean {
  return moment.hh + moment.mm + moment.ss === 0 && moment.fraction === "";
}

/** What the first fitting pattern makes of the text; null if it is no such date. */
export function read(text: string, patterns: readonly string[]): Moment | null {
  for (const pattern of patterns) {
    const { expression, parts } = compiled(pattern);
    const found = expression.exec(text);
    const moment = found === null ? null : momentOf(parts, found);
    if (moment !== null) {
      return moment;
    }
  }
  return null;
}

/** A pattern's parts, and a regular expression with one group for each of them, in order, and one for a fraction. */
interface Compiled {
  readonly expression: RegExp;
  readonly parts: readonly Part[];
}

const known = new Map<string, Compiled>();

function compiled(pattern: string): Compiled {
  let found = known.get(pattern);
  if (found === undefined) {
    const literals = pattern.split(PART).map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
    const parts = (pattern.match(PART) ?? []) as Part[];
    const groups = parts.map((part) => `(\\d{${String(WIDTHS[part])}})`);
    const source = literals.map((text, index) => text + (groups[index] ?? "")).join("");
    found = { expression: new RegExp(`^${source}${pattern.endsWith("ss") ? FRACTION : ""}$`), parts };
    known.set(pattern, found);
  }
  return found;
}

/** The moment, if there is such a day and such a time. */
function momentOf(parts: readonly Part[], found: readonly (string | undefined)[]): Moment | null {
  const fraction = (found[parts.length + 1] ?? "").padEnd(6, "0").replace(/^0+$/, "");
  const moment = { YYYY: 1, MM: 1, DD: 1, hh: 0, mm: 0, ss: 0, fraction };
  parts.forEach((part, index) => {
    moment[part] = Number(found[index + 1]);
  });
  const { YYYY, MM, DD, hh, mm, ss } = moment;
  const isTime = hh < 24 && mm < 60 && ss < 60;
  return YYYY > 0 && MM >= 1 && MM <= 12 && DD >= 1 && DD <= daysIn(YYYY, MM) && isTime ? moment : null;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
