/**
 * Records of many pages, one after the other, and what a page knows of its place among them.
 *
 * Of the records the walk keeps no more than the fingerprints of three pages, however many there are.
 */

import * as dialect from "../dialect.js";
import { ParameterError, UnreadableValueError } from "../errors.js";
import type { Message } from "./message.js";
import { fieldOf, isModel, reveal, unparsed } from "./model.js";
import type { Operation, Paged } from "./schema.js";

const PATIENCE = 2; // pages in a row without a new record

/** Where a page was asked to begin, and which of its fields holds the records. */
interface Place {
  readonly start: number;
  readonly records: string;
}

const places = new WeakMap<object, Place>();

/** Tells a page of its place; does nothing for an answer that is none. */
export function place(answer: unknown, { operation, start }: Message): void {
  const records = (operation as Partial<Paged>).records;
  if (isModel(answer) && records !== undefined) {
    places.set(answer, { start, records });
  }
}

/** Number of records on all pages; null if the server does not say. */
export function pageTotal(page: object): number | null {
  return count(page, dialect.PAGING_TOTAL);
}

/** Where the next page begins, counted from 0; null if this is the last one. */
export function pageNextStart(page: object): number | null {
  const { start, records } = places.get(page) ?? { start: 0, records: "" };
  const returned = recordsOf(page, records).length;
  const total = pageTotal(page);
  const after = start + returned;
  return returned === 0 || (total !== null && after >= total) ? null : after;
}

/** How far a walk goes, and in which steps. */
export interface Extent {
  readonly pageSize?: number | undefined;
  readonly maxRecords?: number | undefined;
}

/**
 * The way through all pages: ask for `params`, fetch, hand the page to `take`, until null.
 *
 * It ends where the server's total is reached, on an empty page, and where the server ignores the offset, sending the
 * same page again and again. Where records are added meanwhile, pages repeat what came before although the offset is
 * honoured; the walk steps over these.
 */
export class Walk {
  readonly #operation: Paged;
  readonly #params: Readonly<Record<string, unknown>>;
  readonly #size: number;
  readonly #seen = new Seen();
  #left: number | null;
  #start: number;
  #hasEnded = false;
  #total: number | null = null;
  #first: number | null = null;
  #added = 0;
  #stale = 0; // pages in a row without a new record ...
  #patience = PATIENCE; // ... and how many of them end the walk

  constructor(operation: Paged, params: object, { pageSize, maxRecords }: Extent) {
    this.#operation = operation;
    this.#params = { ...params };
    this.#size = whole(operation, "pageSize", pageSize, 1) ?? dialect.PAGING_DEFAULT_SIZE;
    this.#left = whole(operation, "maxRecords", maxRecords, 0);
    this.#start = whole(operation, dialect.PAGING_START, this.#params[dialect.PAGING_START], 0) ?? 0;
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
      this.#hasEnded = true;
      return records;
    }
    const signs = this.#signs(page);
    const prints = records.map(fingerprint);
    const fresh = this.#seen.findNew(prints, signs);
    this.#start += records.length;
    this.#hasEnded = signs.total !== null && this.#start >= signs.total;
    if (fresh.length > 0) {
      this.#stale = 0;
    } else {
      this.#hasEnded ||= this.#isFutile(prints, signs);
    }
    this.#seen.add(prints, fresh.length > 0);
    const taken = fresh.slice(0, this.#left ?? undefined).map((index) => records[index]);
    if (this.#left !== null) {
      this.#left -= taken.length;
    }
    return taken;
  }

  /** What the counters of the page say, compared with those of the page before. */
  #signs(page: unknown): Signs {
    const [total, first] = [count(page, dialect.PAGING_TOTAL), count(page, dialect.PAGING_FIRST)];
    const grown = total === null || this.#total === null ? 0 : Math.max(total - this.#total, 0);
    const isLater = first !== null && this.#first !== null && first > this.#first;
    const honoured = first === null ? null : first === this.#start || isLater;
    [this.#total, this.#first] = [total, first];
    this.#added += grown;
    return { total, grown, added: this.#added, honoured };
  }

  /** Whether to give up, after a page that brought nothing new. */
  #isFutile(prints: readonly string[], signs: Signs): boolean {
    if (this.#stale === 0) {
      this.#patience = Math.max(PATIENCE, Math.floor(signs.grown / prints.length) + 1);
    }
    this.#stale += 1;
    if (signs.total === null || signs.honoured === false || this.#stale >= this.#patience) {
      return true;
    }
    return signs.honoured === null && signs.added === 0 && this.#seen.hasPage(prints);
  }
}

/**
 * What the counters of a page tell.
 *
 * total:     number of records on all pages; null if the server does not say
 * grown:     by how much that is more than it was a page ago
 * added:     by how much it has grown since the walk began
 * honoured:  whether the page begins where it was to, or at least later than the one before it; null if the server does
 *            not say
 */
interface Signs {
  readonly total: number | null;
  readonly grown: number;
  readonly added: number;
  readonly honoured: boolean | null;
}

/** Fingerprints of the first page and of the last two. */
class Seen {
  #first: readonly string[] = [];
  #last: readonly string[] = [];
  #beforeLast: readonly string[] = [];

  /** Remembers a page; one without anything new adds nothing to what is known. */
  add(prints: readonly string[], hasNew: boolean): void {
    if (hasNew) {
      this.#first = this.#first.length > 0 ? this.#first : prints;
      [this.#beforeLast, this.#last] = [this.#last, prints];
    }
  }

  /** Whether the page is the first one or the last one again, record by record. */
  hasPage(prints: readonly string[]): boolean {
    return [this.#first, this.#last].some((page) => isSame(page, prints));
  }

  /**
   * The places on a page of the records that have not come before.
   *
   * Records that are added meanwhile push others over the border between two pages: what ended the last page begins
   * this one. A record that has an id is known by it wherever it stands. Of the others, which may be equal without
   * being the same, only those at the border are known, and no more than were added if the server says that it honours
   * the offset.
   */
  findNew(prints: readonly string[], signs: Signs): readonly number[] {
    const known = new Set([...this.#first, ...this.#beforeLast, ...this.#last]);
    const repeats = prints.map((print) => known.has(print));
    const moved = this.#overlap(prints, signs.honoured === true ? signs.grown : prints.length);
    const all = [...prints.keys()];
    if ((signs.total === null && !repeats.includes(false)) || isIgnored(prints, repeats, moved, signs)) {
      return known.size > 0 ? [] : all;
    }
    return all.filter((index) => !(isById(prints[index]) ? repeats[index] : index < moved));
  }

  /** How many records at the beginning of the page, at most, ended the last one. */
  #overlap(prints: readonly string[], most: number): number {
    const last = this.#last;
    for (let size = Math.min(prints.length, last.length, most); size > 0; size--) {
      if (isSame(last.slice(-size), prints.slice(0, size))) {
        return size;
      }
    }
    return 0;
  }
}

/**
 * Whether the page is not the one that was asked for.
 *
 * A counter that says so is believed, unless every record has an id that is new. Without one, it shows in a page most
 * of which has come before, and more than new records can have pushed there.
 */
function isIgnored(prints: readonly string[], repeats: readonly boolean[], moved: number, signs: Signs): boolean {
  if (signs.honoured !== null) {
    return !signs.honoured && !(prints.every(isById) && !repeats.includes(true));
  }
  const repeated = repeats.slice(moved).filter(Boolean).length;
  return repeated * 2 > prints.length - moved && repeated > signs.added;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((print, index) => print === other[index]);
}

/** Raises UnreadableValueError if something was sent as the records that could not be read. */
function checkReadable({ action, records }: Paged, page: unknown): void {
  for (const [path, raw] of Object.entries(isModel(page) ? unparsed(page) : {})) {
    const isEmpty = !raw || (Array.isArray(raw) && raw.length === 0);
    if (!isEmpty && path.split("[", 1)[0] === records) {
      throw new UnreadableValueError(`the records in ${records} cannot be read`, { action, path });
    }
  }
}

/** What only records with the same id share; or the same content, of those without an id. */
function fingerprint(record: unknown): string {
  const id = typeof record === "object" && record !== null ? fieldOf(record, "id") : null;
  if ((typeof id === "string" || typeof id === "number") && id !== "" && id !== 0) {
    return `id ${String(id)}`;
  }
  const kept = isModel(record) ? unparsed(record) : {};
  return `content ${JSON.stringify([reveal(record), kept])}`;
}

function isById(print: string | undefined): boolean {
  return print?.startsWith("id ") === true;
}

function recordsOf(page: unknown, field: string): readonly unknown[] {
  const records = typeof page === "object" && page !== null ? fieldOf(page, field) : null;
  return Array.isArray(records) ? (records as readonly unknown[]) : [];
}

/** A counter of the page: `57`, `"57"`; null if it is missing or no number. */
function count(page: unknown, wire: string): number | null {
  const value = typeof page === "object" && page !== null ? fieldOf(page, wire) : null;
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
