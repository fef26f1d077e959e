/** JSON as it is read: exact, bounded, and with keys that are data. */

import assert from "node:assert/strict";
import test from "node:test";

import { JsonError, loads } from "../../generated/typescript/src/runtime/json_text.js";
import { opened } from "../../generated/typescript/src/runtime/model.js";
import { ExactNumber } from "../../generated/typescript/src/runtime/numbers.js";

/** Small numbers that look random, the same in every run. */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    yield state >> 8;
  }
}

const TEXTS = [
  "",
  "a",
  "Zürich 🎉",
  '"',
  "\\",
  "\n\u0000\u001f",
  "\u2028",
  "__proto__",
  "constructor",
  "{}",
  "[1,",
  "\ud83d",
];

function anything(random: Generator<number, never>, level: number): unknown {
  const pick = random.next().value % (level > 4 ? 5 : 7);
  const text = TEXTS[random.next().value % TEXTS.length];
  const size = random.next().value % 4;
  switch (pick) {
    case 0:
      return (random.next().value % 2 ** 20) - 2 ** 19;
    case 1:
      return [null, true, false][size % 3];
    case 5:
      return Array.from({ length: size }, () => anything(random, level + 1));
    case 6: {
      const entry = (_: unknown, index: number): [string, unknown] => {
        return [`${text ?? ""}${String(index % 2)}`, anything(random, level + 1)];
      };
      return Object.fromEntries(Array.from({ length: size }, entry));
    }
    default:
      return text;
  }
}

test("reads what JSON.parse reads", () => {
  const random = chances(7);
  for (let round = 0; round < 400; round++) {
    const text = JSON.stringify(anything(random, 0), null, round % 3);
    assert.deepEqual(opened(loads(text)), JSON.parse(text), text);
  }
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("refuses what JSON.parse refuses but control characters in texts, wherever a text is cut off or spoilt", () => {
  const text = '{"a": [1, -2.5e+3, true, null, "\\u00e9\\n\\ud83d"], "b": {"c": ""}}';
  for (let end = 0; end < text.length; end++) {
    const [front, back] = [text.slice(0, end), text.slice(end)];
    assert.throws(() => JSON.parse(front) as unknown);
    assert.throws(() => loads(front), JsonError, front);
    const spoilt = `${front}\u0001${back}`;
    const escaped = `${front}\\u0001${back}`;
    if (!front.endsWith("\\") && isJson(escaped)) {
      assert.deepEqual(loads(spoilt), loads(escaped));
    } else {
      assert.throws(() => loads(spoilt), JsonError, spoilt);
    }
  }
  for (const broken of [
    "01",
    "1.",
    ".5",
    "+1",
    "-",
    "NaN",
    "Infinity",
    "'a'",
    "[1,]",
    '{"a":1,}',
    "{a:1}",
    '"\\x"',
    "tru",
    "\ufeff1",
    "1 2",
  ]) {
    assert.throws(() => loads(broken), JsonError, broken);
  }
});

test("keeps the digits of numbers", () => {
  for (const digits of ["15.950", "9007199254740993", "1e3", "0.10", "-0.0", "1E+400"]) {
    assert.deepEqual(loads(digits), new ExactNumber(digits));
  }
  assert.equal(loads("9007199254740991"), 9007199254740991);
  assert.ok(Object.is(loads("-0"), 0));
  assert.equal(loads("9".repeat(5000)), "9".repeat(5000));
  assert.equal(loads("1e99999999999"), "1e99999999999");
  assert.equal(JSON.stringify(opened(loads('{"a":15.950}'))), '{"a":"15.950"}');
});

test("takes names for data, the last of two counts, and nothing is polluted", () => {
  const read = opened(loads('{"__proto__": {"polluted": 1}, "constructor": 2, "toJSON": 3, "a": 1, "a": 4}')) as object;
  assert.deepEqual(Object.entries(read), [
    ["__proto__", { polluted: 1 }],
    ["constructor", 2],
    ["toJSON", 3],
    ["a", 4],
  ]);
  assert.equal(Object.getPrototypeOf(read), Object.prototype);
  assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
});

test("goes no deeper than any stack holds", () => {
  for (const opening of ["[", '{"a":']) {
    assert.throws(() => loads(opening.repeat(200_000)), JsonError);
  }
  assert.doesNotThrow(() => loads("[".repeat(300) + "]".repeat(300)));
});
