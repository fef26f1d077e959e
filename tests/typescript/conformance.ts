/** `node conformance.js tests/wire`: a line of JSON a vector, `{"file", "vector", "ok", "why"}`. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { loads } from "../../generated/typescript/src/runtime/json_text.js";
import * as calls from "./vectors/calls.js";
import { listAt, textAt } from "./vectors/values.js";
import type { Row } from "./vectors/values.js";
import * as requests from "./vectors/requests.js";
import * as responses from "./vectors/responses.js";

/** Throws where a vector does not hold. */
type Check = (vector: Row) => void | Promise<void>;

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["answers.json", calls.answers],
  ["body.json", responses.body],
  ["decode_lists.json", responses.decodeLists],
  ["decode_maps.json", responses.decodeMaps],
  ["decode_scalars.json", responses.decodeScalars],
  ["envelope.json", responses.envelopes],
  ["errors.json", responses.errors],
  ["form.json", requests.forms],
  ["form_names.json", requests.formNames],
  ["paging.json", calls.paging],
  ["php_serialize.json", requests.phpSerialize],
  ["requests.json", calls.requests],
  ["requirements.json", requests.requirements],
  ["retry.json", calls.retry],
]);

async function main(folder: string): Promise<void> {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const content = loads(readFileSync(join(folder, file), "utf-8"));
    for (const vector of listAt(content as Row, "vectors") as Row[]) {
      const why = await failure(file, vector);
      const verdict = { file, vector: textAt(vector, "name"), ok: why === null, ...(why === null ? {} : { why }) };
      process.stdout.write(`${JSON.stringify(verdict)}\n`);
    }
  }
}

async function failure(file: string, vector: Row): Promise<string | null> {
  const check = CHECKS.get(file);
  if (check === undefined) {
    return "the adapter knows no such file";
  }
  try {
    await check(vector);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

await main(process.argv[2] ?? "");
