/**
 * Answers questions about the runtime, a line of JSON each, so that another language can compare its own answers.
 *
 *     {"ask": "form", "params": [...], "values": {...}, "extra": {...}}  -> {"form": [[name, value]], "body"}
 *     {"ask": "serialize", "value"}                                      -> {"base64"}
 *     {"ask": "decode", "kind", "json"}                                  -> {"value", "unparsed": [place]}
 *     {"ask": "body", "base64"}                                          -> {"json": text or null}
 *
 * or {"error"}.
 *
 * Values are tagged as in tests/wire.
 */

import { createInterface } from "node:readline";

import { ParameterError } from "../../generated/typescript/src/errors.js";
import { findJson } from "../../generated/typescript/src/runtime/body.js";
import { read } from "../../generated/typescript/src/runtime/decode.js";
import { encode, urlencode } from "../../generated/typescript/src/runtime/form.js";
import { dumps, loads } from "../../generated/typescript/src/runtime/json_text.js";
import { Misfit } from "../../generated/typescript/src/runtime/misfit.js";
import { fieldOf, reveal, unparsed } from "../../generated/typescript/src/runtime/model.js";
import { serialize } from "../../generated/typescript/src/runtime/php.js";
import { argumentsOf, declared, operation, rowAt, textAt, typeOf, untag } from "./vectors/values.js";
import type { Row } from "./vectors/values.js";

function answer(question: Row): object {
  switch (textAt(question, "ask")) {
    case "form": {
      const [values, extra] = [argumentsOf(rowAt(question, "values")), argumentsOf(rowAt(question, "extra"))];
      const form = encode(operation(declared(question)), values, extra);
      return { form, body: urlencode(form) };
    }
    case "serialize":
      return { base64: Buffer.from(serialize(untag(question.get("value")))).toString("base64") };
    case "decode":
      return decoded(question);
    case "body": {
      const found = findJson(new Uint8Array(Buffer.from(textAt(question, "base64"), "base64")));
      return { json: found === null ? null : dumps(found.data), noise: found?.noise ?? null };
    }
    default:
      throw new Error("there is no such question");
  }
}

function decoded(question: Row): object {
  const type = typeOf(question.get("kind") ?? null);
  const body = new TextEncoder().encode(`{"result":"success","field":${textAt(question, "json")}}`);
  const model = read(
    operation({ response: { model: () => ({ name: "Answer", fields: [["field", type]] }) } }),
    body,
  ) as object;
  return { value: reveal(fieldOf(model, "field")), unparsed: Object.keys(unparsed(model)).sort() };
}

for await (const line of createInterface({ input: process.stdin })) {
  let told: object;
  try {
    told = answer(loads(line) as Row);
  } catch (error) {
    if (!(error instanceof ParameterError || error instanceof Misfit)) {
      throw error;
    }
    told = { error: error instanceof ParameterError ? error.message : error.needs };
  }
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
