/** Walks through lists that change under way; single steps are pinned in tests/wire/paging.json. */

import assert from "node:assert/strict";
import test from "node:test";

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
