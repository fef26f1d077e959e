/** Numbers, digests and base64, beside those of the platform. */

import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import test from "node:test";

import { base64 } from "../../generated/typescript/src/runtime/base64.js";
import { md5 } from "../../generated/typescript/src/runtime/md5.js";
import { parts, plain, whole } from "../../generated/typescript/src/runtime/numbers.js";

test("md5 is what everyone else's is, at every length of a block", () => {
  for (let length = 0; length < 200; length++) {
    const text = "aé🎉x".repeat(60).slice(0, length);
    assert.equal(md5(text), createHash("md5").update(text, "utf-8").digest("hex"), String(length));
  }
});

test("base64 is what everyone else's is", () => {
  for (let length = 0; length < 100; length++) {
    const bytes = randomBytes(length);
    assert.equal(base64(bytes), bytes.toString("base64"));
  }
});

test("numbers lose no digit, and have no exponent", () => {
  const shown = {
    "1.5e3": "1500",
    "1e-7": "0.0000001",
    "-0.00": "-0.00",
    "007.50": "7.50",
    ".5": "0.5",
    "5.": "5",
    "+1": "1",
    "120E-1": "12.0",
  };
  for (const [text, expected] of Object.entries(shown)) {
    const found = parts(text);
    assert.equal(found === null ? null : plain(found), expected);
  }
  for (const text of ["", ".", "e5", "1e", "1 ", "0x1", "NaN", "Infinity", "1_000", "1,5", "--1"]) {
    assert.equal(parts(text), null, text);
  }
  assert.deepEqual(
    ["5.00", "5e2", "-0.0", "5.5"].map((text) => whole(parts(text) ?? assert.fail())),
    ["5", "500", "0", null],
  );
});
