/** How parameters are written: form.json, form_names.json, php_serialize.json, requirements.json. */

import { ParameterError } from "../../../generated/typescript/src/errors.js";
import { encode } from "../../../generated/typescript/src/runtime/form.js";
import { Misfit } from "../../../generated/typescript/src/runtime/misfit.js";
import { isReadableName, serialize } from "../../../generated/typescript/src/runtime/php.js";
import { broken } from "../../../generated/typescript/src/runtime/requirements.js";
import { raised, same, tells } from "./expect.js";
import { argumentsOf, declared, operation, rowAt, textAt, textsAt, untag } from "./values.js";
import type { Decimals, Row } from "./values.js";

/** Parameters and the variables of the form, in order, or the error. */
export function forms(vector: Row): void {
  form(vector, "exact");
  if (declared(vector).params.every((param) => param.kind === "decimal")) {
    form(vector, "text"); // as users write them
  }
}

function form(vector: Row, decimals: Decimals): void {
  const action = operation(declared(vector));
  const encoded = (): unknown =>
    encode(action, argumentsOf(rowAt(vector, "values"), decimals), argumentsOf(rowAt(vector, "extra"), decimals));
  if (!vector.has("error")) {
    same(encoded(), vector.get("form"), "form");
    return;
  }
  const error = raised(encoded, "form");
  same(error.constructor, ParameterError, "class");
  same(error.message.slice(0, 6), "DoIt: ", "beginning of the message");
  tells(error.message, textsAt(vector, "says"), textsAt(vector, "hides"), "the message");
}

/** Whether PHP reads a name as it is written. */
export function formNames(vector: Row): void {
  same(isReadableName(textAt(vector, "wire")), vector.get("readable"), "readable");
}

/** A value in PHP's own form, or the error. */
export function phpSerialize(vector: Row): void {
  const serialized = (): string => Buffer.from(serialize(untag(vector.get("value")))).toString("base64");
  if (vector.has("error")) {
    same(raised(serialized, "serialized").constructor, Misfit, "error");
    return;
  }
  const expected = vector.has("serialized")
    ? Buffer.from(textAt(vector, "serialized")).toString("base64")
    : textAt(vector, "serialized_base64");
  same(serialized(), expected, "serialized");
}

/** The rules that a call breaks. */
export function requirements(vector: Row): void {
  const found = broken(operation(declared(vector)), argumentsOf(rowAt(vector, "values")));
  same(
    found.map(({ kind, names, words }) => [kind, names, words]),
    untag(vector.get("broken")),
    "broken",
  );
}
