/**
 * What a walk through pages remembers of them, to tell a new record from one that came before.
 *
 * It keeps fingerprints, never records: of the ids the last ten thousand or so, of what has no id the first page and
 * the last two.
 */

import { fieldOf, isModel, reveal, unparsed } from "./model.js";

// So many ids are known, or up to twice as many.
const IDS = 10_000;
const PAGES = 1_000;
// A longer one is known by its digest.
const LONGEST_ID = 40;

/**
 * What the counters of a page tell.
 *
 * total:     number of records on all pages; null if the server does not say
 * fallen:    by how much that is less than it was a page ago
 * pushed:    how many records may come again: those added since the walk began, less those that came again since, and
 *            as many as lie between the offset and the furthest one so far
 * honoured:  whether the page begins where it was to, or at least moved as it was to since the one before; null if the
 *            server does not say
 */
export interface Signs {
  readonly total: number | null;
  readonly fallen: number;
  readonly pushed: number;
  readonly honoured: boolean | null;
}

/** What only records with the same id share; or the same content, of those without an id. */
export function fingerprint(record: unknown): string {
  const id = typeof record === "object" && record !== null ? fieldOf(record, "id") : null;
  if ((typeof id === "string" || typeof id === "number") && id !== "" && id !== 0) {
    const text = String(id);
    return `id ${text.length > LONGEST_ID ? digest([text]) : text}`;
  }
  const kept = isModel(record) ? reveal(unparsed(record)) : {};
  return `content ${digest([JSON.stringify([reveal(record), kept])])}`;
}

/** The last texts that were added: at least `most` of them, at most twice as many. */
class Recent {
  readonly #most: number;
  #young = new Set<string>();
  #old = new Set<string>();

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  has(text: string): boolean {
    return this.#young.has(text) || this.#old.has(text);
  }

  add(text: string): void {
    this.#young.add(text);
    if (this.#young.size >= this.#most) {
      [this.#young, this.#old] = [new Set(), this.#young];
    }
  }
}

/** Fingerprints of what has come. */
export class Seen {
  readonly #ids = new Recent(IDS);
  readonly #pages = new Recent(PAGES);
  #first: readonly string[] = [];
  #last: readonly string[] = [];
  #beforeLast: readonly string[] = [];
  #row: readonly string[] = []; // what has come last, in order
  /** Whether a page after the first brought nothing but new ids, behind what was pushed over the border. */
  offsetWorks = false;

  /** Remembers a page; one without anything new adds nothing to what is known. */
  add(prints: readonly string[], fresh: readonly number[]): void {
    if (fresh.length > 0) {
      const came = fresh.map((index) => prints[index] ?? "");
      this.#row = [...this.#row, ...came].slice(-2 * prints.length);
      this.#first = this.#first.length > 0 ? this.#first : prints;
      [this.#beforeLast, this.#last] = [this.#last, prints];
      this.#pages.add(digest(prints));
      prints.filter(isById).forEach((print) => {
        this.#ids.add(print);
      });
    }
  }

  /** How many records are known by their id. */
  span(): number {
    return this.#ids.size;
  }

  /** Whether the record has come: one with its id, or its equal on a page that is known. */
  has(print: string): boolean {
    const pages = [this.#first, this.#last, this.#beforeLast];
    return isById(print) ? this.#ids.has(print) : pages.some((page) => page.includes(print));
  }

  /**
   * The places on a page of the records that have not come before.
   *
   * Records that are added meanwhile push others over the border between two pages: what ended the last page begins
   * this one. A record that has an id is known by it wherever it stands, and is new without it once the offset works.
   * Of the others, which may be equal without being the same, only those at the border are known, and no more than were
   * added if the server says that it honours the offset.
   */
  findNew(prints: readonly string[], signs: Signs): readonly number[] {
    const known = new Set([...this.#first, ...this.#beforeLast, ...this.#last]);
    const repeats = prints.map((print) => known.has(print) || this.#ids.has(print));
    const moved = this.#overlap(prints, signs.honoured === true ? signs.pushed : Math.max(signs.pushed, prints.length));
    const all = [...prints.keys()];
    const areById = prints.every(isById);
    if (known.size > 0 && areById && prints.length > moved && !repeats.includes(true, moved)) {
      this.offsetWorks = true;
    }
    const isOld =
      (signs.total === null && !repeats.includes(false)) || (signs.honoured === null && this.#cameBefore(prints));
    if (!(areById && this.offsetWorks) && (isOld || isIgnored(prints, repeats, moved, signs))) {
      return known.size > 0 ? [] : all;
    }
    return all.filter((index) => !(isById(prints[index]) ? repeats[index] : index < moved));
  }

  /** Whether the same records have come as a page; a single one without an id may be equal. */
  #cameBefore(prints: readonly string[]): boolean {
    return prints.length > 1 && this.#pages.has(digest(prints));
  }

  /** How many records at the beginning of the page have come last, up to `most` places back. */
  #overlap(prints: readonly string[], most: number): number {
    const row = this.#row;
    for (let back = Math.min(row.length, most); prints.length > 0 && back > 0; back--) {
      if (row.at(-back) === prints[0]) {
        const came = row.slice(-back).slice(0, prints.length);
        if (isSame(came, prints.slice(0, came.length))) {
          return came.length;
        }
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
  return repeated * 2 > prints.length - moved && repeated > signs.pushed;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((print, index) => print === other[index]);
}

function isById(print: string | undefined): boolean {
  return print?.startsWith("id ") === true;
}

/** A short text that two pages, or records, share only where they are the same: two hashes of 32 bits, and the size. */
function digest(prints: readonly string[]): string {
  let [one, other] = [0x811c9dc5, 0x1000193];
  for (const print of prints) {
    for (let index = 0; index <= print.length; index++) {
      const unit = index < print.length ? print.charCodeAt(index) : 0x10000;
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other ^ unit, 0x85ebca6b) ^ (other >>> 15);
    }
  }
  return `${String(one)} ${String(other)} ${String(prints.length)}`;
}
