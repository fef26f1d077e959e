/** Walks through lists that change under way; single steps are pinned in tests/wire/paging.json. */

import assert from "node:assert/strict";
import test from "node:test";

import { pageNextStart } from "../../generated/typescript/src/runtime/paging.js";
import { fingerprint } from "../../generated/typescript/src/runtime/seen.js";
import { answer, LIST, sessionOver } from "./support.js";

/** What a page holds beside its records: a total or none. */
type Served = (start: number, size: number, number: number) => object;

/** The ids that come from a server, and how many requests they took. */
async function walked(page: Served, pageSize = 25): Promise<{ ids: number[]; requests: number }> {
  let requests = 0;
  const session = sessionOver(async (_, { body }) => {
    const form = new URLSearchParams(typeof body === "string" ? body : "");
    const window = [Number(form.get("limitstart")), Number(form.get("limitnum"))] as const;
    return Promise.resolve(answer({ result: "success", ...page(...window, requests++) }));
  });
  const ids: number[] = [];
  for await (const row of session.iterate(LIST, {}, { pageSize })) {
    ids.push((row as { id: number }).id);
  }
  return { ids, requests };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function rows(ids: readonly number[]): object {
  return { rows: { row: ids.map((id) => ({ id })) } };
}

/** A server whose list is changed before every request. */
function changing(count: number, change: (ids: number[], number: number) => void): Served {
  const ids = range(1, count + 1);
  return (start, size, number) => {
    change(ids, number);
    return { totalresults: String(ids.length), ...rows(ids.slice(start, start + size)) };
  };
}

/** Numbers that look random and are the same every time. */
function chances(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

test("records behind those that vanish are not missed", async () => {
  for (const gone of [1, 3, 24, 25, 26, 60]) {
    const page = changing(200, (ids, number) => {
      if (number === 4) {
        ids.splice(0, gone);
      }
    });
    const { ids, requests } = await walked(page);
    assert.deepEqual(ids, range(1, 201), String(gone));
    assert.ok(requests <= 13, String(requests));
  }
});

test("whatever vanishes, the rest comes once and in order", async () => {
  for (const seed of range(0, 60)) {
    const chance = chances(seed);
    const gone = new Set<number>();
    const page = changing(150, (ids) => {
      for (let left = [0, 0, 1, 4, 30][chance(5)] ?? 0; left > 0 && ids.length > 0; left--) {
        for (const id of ids.splice(chance(ids.length), 1)) {
          gone.add(id);
        }
      }
    });
    const { ids } = await walked(page, [1, 7, 25][chance(3)]);
    assert.deepEqual(
      ids,
      [...new Set(ids)].sort((one, other) => one - other),
    );
    assert.deepEqual(
      range(1, 151).filter((id) => !gone.has(id) && !ids.includes(id)),
      [],
      `seed ${String(seed)}`,
    );
  }
});

test("nothing comes twice and there is an end, whatever else changes", async () => {
  for (const seed of range(0, 60)) {
    const chance = chances(seed);
    let next = 1000;
    const page = changing(150, (ids) => {
      ids.splice(0, [0, 2, 5][chance(3)] ?? 0);
      ids.splice(chance(2) * ids.length, 0, ...Array.from({ length: [0, 0, 3][chance(3)] ?? 0 }, () => next++));
    });
    const { ids, requests } = await walked(page, [5, 25][chance(2)]);
    assert.equal(ids.length, new Set(ids).size);
    assert.ok(requests < 200, String(requests));
  }
});

/** A server whose newest records come first; so many are added before some requests. */
function newestFirst(count: number, bursts: ReadonlyMap<number, number>, hasTotal = true): Served {
  let next = count + 1;
  const page = changing(0, (ids, number) => {
    if (number === 0) {
      ids.push(...range(1, count + 1).reverse());
    }
    for (let left = bursts.get(number) ?? 0; left > 0; left--) {
      ids.unshift(next++);
    }
  });
  return (...window) => ({ ...page(...window), ...(hasTotal ? {} : { totalresults: null }) });
}

test("bursts of new records lose nothing: several with a total, one without", async () => {
  const several = [[4, 30], [5, 30], [1, 25], [2, 25], [4, 50], [5, 50], [6, 50]] as const;
  for (const [bursts, hasTotal] of [
    [new Map(several.slice(0, 2)), true],
    [new Map(several.slice(2, 4)), true],
    [new Map(several.slice(4)), true],
    ...[1, 24, 25, 26, 30, 45, 50, 60].map((count) => [new Map([[4, count]]), false] as const),
  ] as const) {
    const { ids } = await walked(newestFirst(300, bursts, hasTotal));
    assert.deepEqual(
      ids.filter((id) => id <= 300),
      range(1, 301).reverse(),
    );
    assert.equal(ids.length, new Set(ids).size);
  }
});

test("where records are only added, the rest comes once", async () => {
  for (const seed of range(0, 60)) {
    const chance = chances(seed);
    const size = [5, 10, 25][chance(3)] ?? 5;
    let next = 1000;
    let most = 0;
    const page = changing(150, (ids, number) => {
      for (let left = number === 0 ? 0 : ([0, 0, 0, 0, 1, size, 2 * size + 1][chance(7)] ?? 0); left > 0; left--) {
        ids.splice(seed % 2 === 0 ? 0 : chance(ids.length + 1), 0, next++);
      }
      most = ids.length;
    });
    const { ids, requests } = await walked(page, size);
    assert.deepEqual(
      ids.filter((id) => id < 1000),
      range(1, 151),
      `seed ${String(seed)}`,
    );
    assert.equal(ids.length, new Set(ids).size);
    assert.ok(requests <= most / size + 1, String(requests));
  }
});

test("a list that outruns the walk ends it", async () => {
  for (const growth of [25, 26, 40]) {
    const { ids, requests } = await walked(newestFirst(100, new Map(range(1, 999).map((number) => [number, growth]))));
    assert.equal(ids.length, new Set(ids).size);
    assert.ok(requests <= 25, String(requests));
  }
});

test("the next page begins behind all that was sent, and where the page was asked to begin", async () => {
  for (const [named, held, after] of [
    [{ limitstart: 5 }, {}, 8],
    [{ limitstart: "5" }, {}, 8],
    [{ limitnum: 5 }, { numreturned: 5 }, 5],
    [{ limitnum: 5 }, { numreturned: "9" }, 3],
  ] as const) {
    const content = { result: "success", rows: { row: [{ id: 1 }, null, { id: 3 }] }, ...held };
    const session = sessionOver(async () => Promise.resolve(answer(content)));
    const page = await session.call(LIST, {}, { extra: named });
    assert.equal(pageNextStart(page as object), after);
  }
});

test("a total that goes up and down neither loops nor loses anything", async () => {
  for (const low of [10, 70, 90, 99]) {
    const page: Served = (start, size, number) => {
      return { totalresults: number % 2 === 1 ? low : 100, ...rows(range(1, 101).slice(start, start + size)) };
    };
    const { ids, requests } = await walked(page, 10);
    assert.deepEqual(ids, range(1, ids.length + 1));
    assert.ok(ids.length >= low && requests < 100);
  }
});

test("older pages that a server repeats are not repeated, and there is an end", async () => {
  const { ids, requests } = await walked((_start, _size, number) => {
    const first = (number % 7) * 25 + 1;
    return rows(range(first, first + 25));
  });
  assert.deepEqual(ids, range(1, 176));
  assert.ok(requests < 12, String(requests));
});

test("a walk through very many records takes little memory", async () => {
  const [count, size] = [300_000, 1000];
  const page: Served = (start) => {
    return { totalresults: count, ...rows(range(start + 1, Math.min(start + size, count) + 1)) };
  };
  const session = sessionOver(async (_, { body }) => {
    const form = new URLSearchParams(typeof body === "string" ? body : "");
    return Promise.resolve(answer({ result: "success", ...page(Number(form.get("limitstart")), size, 0) }));
  });
  const used: number[] = [];
  let came = 0;
  for await (const row of session.iterate(LIST, {}, { pageSize: size })) {
    came = (row as { id: number }).id;
    if (came % 100_000 === 0) {
      globalThis.gc?.();
      used.push(process.memoryUsage().heapUsed);
    }
  }
  assert.equal(came, count);
  if (globalThis.gc !== undefined) {
    assert.ok((used[2] ?? 0) - (used[0] ?? 0) < 4 * 2 ** 20, String(used));
  }
});

test("fingerprints tell records apart: by their ids, or by what is in them", () => {
  const prints = new Set(range(1, 200_001).map((id) => fingerprint({ id })));
  assert.equal(prints.size, 200_000);
  assert.equal(fingerprint({ id: 5, note: "a" }), fingerprint({ id: "5", note: "b" }));
  assert.notEqual(fingerprint({ note: "a" }), fingerprint({ note: "b" }));
  assert.notEqual(fingerprint({ id: 0, note: "a" }), fingerprint({ id: 0, note: "b" }));
  const long = [fingerprint({ id: "a".repeat(10_000) }), fingerprint({ note: "b".repeat(10_000) })];
  assert.ok(long.every((print) => print.length < 60));
});
