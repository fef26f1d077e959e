/**
 * Records of many pages, one after the other, and what a page knows of its place among them.
 *
 * The walk takes the same memory however many records there are: `seen` says what it remembers of them.
 *
 * Lists change while they are read, and some servers ignore the offset. One rule tells these apart. A page is a step
 * forward if its last record is new; where it is not, records were added before the offset, which push back what has
 * come. No more can come again than were added, and by so many the total has grown: a page that repeats no more than
 * that is a step forward, too, if it leaves less to read than any before. Where it is no step for long, the list grows
 * faster than it is read. Of pages that repeat more, or where there is no total, few are passed over: one that is the
 * same twice shows that the offset is ignored, and so does any of them until the offset has been seen to work, when a
 * page brought nothing but new ids.
 */

import * as dialect from "../dialect.js";
import { ParameterError, UnreadableValueError } from "../errors.js";
import { argumentsOf } from "./message.js";
import type { Message } from "./message.js";
import { isNone } from "./misfit.js";
import { fieldOf, isModel, unparsed } from "./model.js";
import type { Operation, Paged } from "./schema.js";
import { fingerprint, Seen } from "./seen.js";
import type { Signs } from "./seen.js";

// Pages in a row that end a walk, as none is a step forward: where records are added, and where not.
const OUTRUN = 20;
const FEW = 4;

/** Where a page was asked to begin, for how many records (0: as many as is usual), and which field holds them. */
interface Place {
  readonly start: number;
  readonly size: number;
  readonly records: string;
}

const places = new WeakMap<object, Place>();

/** Tells a page of its place; does nothing for an answer that is none. */
export function place(answer: unknown, { operation, start, size }: Message): void {
  const records = (operation as Partial<Paged>).records;
  if (isModel(answer) && records !== undefined) {
    places.set(answer, { start, size, records });
  }
}

/** Number of records on all pages; null if the server does not say, or this page has more. */
export function pageTotal(page: object): number | null {
  return totalIn(page, places.get(page)?.records ?? "");
}

/** Where the next page begins, counted from 0; null if this is the last one. */
export function pageNextStart(page: object): number | null {
  const { start, size, records } = places.get(page) ?? { start: 0, size: 0, records: "" };
  const [sent, said] = [sentIn(page, records), count(page, dialect.PAGING_RETURNED) ?? 0];
  const total = pageTotal(page);
  // What the server counts is believed up to what it was asked for: it may hold some back.
  const after = start + (sent < said && said <= size ? said : sent);
  return sent === 0 || (total !== null && after >= total) ? null : after;
}

/** How far a walk goes, and in which steps. */
export interface Extent {
  readonly pageSize?: number | undefined;
  readonly maxRecords?: number | undefined;
}

/**
 * The way through all pages: ask for `params`, fetch, hand the page to `take`, until null.
 *
 * It ends where the server's total is reached, on an empty page, and where pages repeat what came before without a
 * reason, or because more is added than is read (see above). Where records vanish meanwhile, those behind them move up,
 * past the offset: when the total falls, the walk goes back until a page begins with a record that came before. It
 * knows records by their ids there, and goes back no further than it knows them.
 */
export class Walk {
  readonly #operation: Paged;
  readonly #params: Readonly<Record<string, unknown>>;
  readonly #size: number;
  readonly #begin: number;
  readonly #seen = new Seen();
  #left: number | null;
  #start: number;
  #front: number; // the furthest offset so far
  #asked: number; // the offset of the page before
  #hasEnded = false;
  #total: number | null = null;
  #first: number | null = null;
  #lowest = Infinity; // of the totals that led back
  #due = 0; // records that were added and have not pushed another one back yet
  #isSearching = false; // on the way back ...
  #back = 0; // ... by so many records, the last time since a page brought a new one
  #stale = 0; // pages in a row that were no step forward
  #rest = Infinity; // how many records were left when it was nearest to the end
  #before: ReadonlySet<string> = new Set(); // the page before
  #given = 0; // records, and entries that could not be read
  #kept: number | null = null; // how many of those that were there at first still are

  constructor(operation: Paged, params: object, { pageSize, maxRecords }: Extent) {
    this.#operation = operation;
    this.#params = Object.fromEntries(argumentsOf(operation, "params", params));
    if (!isNone(this.#params[dialect.PAGING_SIZE])) {
      const told = `${dialect.PAGING_SIZE} is no parameter of a walk; say pageSize in its options, the second argument`;
      throw new ParameterError(told, { action: operation.action });
    }
    this.#size = whole(operation, "pageSize", pageSize, 1) ?? dialect.PAGING_DEFAULT_SIZE;
    this.#left = whole(operation, "maxRecords", maxRecords, 0);
    this.#start = whole(operation, dialect.PAGING_START, this.#params[dialect.PAGING_START], 0) ?? 0;
    this.#begin = this.#front = this.#asked = this.#start;
  }

  /** The parameters of the next page; null at the end. */
  params(): object | null {
    if (this.#hasEnded || this.#left === 0) {
      return null;
    }
    const size = this.#left === null ? this.#size : Math.min(this.#size, this.#left);
    return { ...this.#params, [dialect.PAGING_START]: this.#start, [dialect.PAGING_SIZE]: size };
  }

  /**
   * The records of the page that have not come before.
   *
   * Raises UnreadableValueError where there are none because the list could not be read.
   */
  take(page: unknown): readonly unknown[] {
    const records = recordsOf(page, this.#operation.records);
    if (records.length === 0) {
      checkReadable(this.#operation, page);
    }
    const prints = records.map(fingerprint);
    const signs = this.#signs(page);
    if (this.#goesBack(prints, signs)) {
      return [];
    }
    const sent = sentIn(page, this.#operation.records);
    const fresh = this.#seen.findNew(prints, signs);
    const repeated = prints.length - fresh.length;
    this.#due = Math.max(0, this.#due - Math.max(0, repeated - (this.#front - this.#start)));
    this.#start += sent;
    const rest = signs.total === null ? Infinity : signs.total - this.#start;
    this.#hasEnded = sent === 0 || rest <= 0;
    if (fresh.length > 0) {
      this.#back = 0;
    }
    if (fresh.length > 0 && fresh.at(-1) === prints.length - 1) {
      [this.#stale, this.#rest] = [0, rest];
    } else if (this.#start > this.#front) {
      this.#stale += Number(repeated > signs.pushed || rest >= this.#rest);
      this.#rest = Math.min(this.#rest, rest);
      this.#hasEnded ||= this.#stale >= (fresh.length > 0 ? OUTRUN : this.#patience(prints, signs));
    }
    this.#front = Math.max(this.#front, this.#start);
    this.#before = new Set(prints);
    this.#seen.add(prints, fresh);
    const taken = fresh.slice(0, this.#left ?? undefined).map((index) => records[index]);
    this.#given += taken.length + sent - records.length;
    if (this.#left !== null) {
      this.#left -= taken.length;
    }
    return taken;
  }

  /**
   * What to warn of at the end: that fewer records came than there are, by the server's total.
   *
   * Records that were added meanwhile are not missed, nor those that vanished, nor those beyond the maximum.
   */
  shortfall(): string | null {
    const expected = (this.#kept ?? 0) - this.#begin;
    if (this.#left === 0 || this.#given >= expected) {
      return null;
    }
    const place = this.#begin === 0 ? "" : ` from ${dialect.PAGING_START} ${String(this.#begin)} on`;
    const [given, total] = [String(this.#given), String(this.#total)];
    const repeats = this.#before.size === 0 ? "" : `: some repeat others, as if ${dialect.PAGING_START} were ignored`;
    const { action } = this.#operation;
    return `${action}: the server says there are ${total} records, and all pages${place} gave ${given}${repeats}`;
  }

  /** What the counters of the page say, compared with those of the page before. */
  #signs(page: unknown): Signs {
    const [total, first] = [totalIn(page, this.#operation.records), count(page, dialect.PAGING_FIRST)];
    const change = total === null || this.#total === null ? 0 : total - this.#total;
    const moved = first === null || this.#first === null ? 0 : (first - this.#first) * (this.#start - this.#asked);
    const honoured = first === null ? null : first === this.#start || moved > 0;
    this.#total = total ?? this.#total;
    this.#kept = this.#kept === null ? this.#total : this.#kept + Math.min(change, 0);
    [this.#first, this.#asked] = [first, this.#start];
    this.#due += Math.max(change, 0);
    const pushed = this.#due + this.#front - this.#start;
    return { total, fallen: Math.max(-change, 0), pushed, honoured };
  }

  /**
   * Whether the page is left, because records before it may have moved past the offset.
   *
   * Each time it is twice as far, until something new has come or the total is lower than ever, so that there is an end
   * to it.
   */
  #goesBack(prints: readonly string[], signs: Signs): boolean {
    const isSearching = this.#isSearching || signs.fallen > 0;
    this.#isSearching = false;
    const [head] = prints;
    if (!isSearching || signs.total === null || signs.total === 0 || (head !== undefined && this.#seen.has(head))) {
      return false;
    }
    const isLow = signs.total < this.#lowest;
    this.#lowest = Math.min(signs.total, this.#lowest);
    const floor = Math.max(this.#begin, this.#front - this.#seen.span());
    if (this.#start <= floor || (this.#back > this.#front - floor && !isLow)) {
      return false;
    }
    this.#back = Math.max(Math.min(signs.fallen, this.#size) + 1, 2 * this.#back);
    this.#start = Math.max(floor, Math.min(this.#start, this.#front - this.#back));
    this.#isSearching = true;
    return true;
  }

  /** How many pages in a row end the walk, where the last one brought nothing new. */
  #patience(prints: readonly string[], signs: Signs): number {
    const [works, hasTotal] = [this.#seen.offsetWorks, signs.total !== null];
    const isSame = new Set(prints).size === this.#before.size && prints.every((print) => this.#before.has(print));
    if (!works && (!hasTotal || signs.honoured === false)) {
      return 1;
    }
    if (prints.length <= signs.pushed) {
      return OUTRUN;
    }
    if (isSame && hasTotal && signs.honoured !== true) {
      return 1;
    }
    return isSame || !works ? 2 : FEW;
  }
}

/** Raises UnreadableValueError if something was sent as the records that could not be read. */
function checkReadable({ action, records }: Paged, page: unknown): void {
  for (const [path, raw] of Object.entries(isModel(page) ? unparsed(page) : {})) {
    const isEmpty = !raw || (typeof raw === "object" && Object.keys(raw).length === 0);
    if (!isEmpty && path.split("[", 1)[0] === records) {
      throw new UnreadableValueError(`the records in ${records} cannot be read`, { action, path });
    }
  }
}

function recordsOf(page: unknown, field: string): readonly unknown[] {
  const records = typeof page === "object" && page !== null ? fieldOf(page, field) : null;
  return Array.isArray(records) ? (records as readonly unknown[]) : [];
}

/** How many records the server sent in a page, those that could not be read among them. */
function sentIn(page: unknown, field: string): number {
  const places = isModel(page) ? Object.keys(unparsed(page)) : [];
  const isEntry = (place: string): boolean =>
    place.startsWith(`${field}[`) && /^[^[\].]*\]$/.test(place.slice(field.length + 1));
  return recordsOf(page, field).length + places.filter(isEntry).length;
}

/** How many records the page says there are; null where it holds more itself: it counts others. */
function totalIn(page: unknown, field: string): number | null {
  const total = count(page, dialect.PAGING_TOTAL);
  return total === null || total < sentIn(page, field) ? null : total;
}

/** A counter of the page: `57`, `"57"`; null if it is missing or no number, or has no name. */
function count(page: unknown, wire: string): number | null {
  const value = wire !== "" && typeof page === "object" && page !== null ? fieldOf(page, wire) : null;
  const number = typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value.trim()) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= 0 ? number : null;
}

/** The number, if it is one; nothing stays nothing. Raises ParameterError. */
function whole(operation: Operation, name: string, value: unknown, least: number): number | null {
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) {
    const { action } = operation;
    throw new ParameterError(`${name} is not a whole number from ${String(least)} up`, { action });
  }
  return value;
}
