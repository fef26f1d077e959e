/** What of a call must not be shown: the values of sensitive parameters, and what its answer calls sensitive. */

import { isBytes, isList, isMap, pairsOf } from "./misfit.js";
import type { Pairs } from "./form.js";
import type { ModelSpec, Operation, Param, TypeSpec } from "./schema.js";
import { isSecret } from "./secret.js";
import { bytesOf } from "./values.js";

// Deeper than anything that can be sent.
const DEEPEST = 100;

/** The sensitive texts, as they were given and as they were sent: encoded, or inside of encoded data. */
export function secretsIn(operation: Operation, given: readonly unknown[], pairs: Pairs): string[] {
  const hides = hiddenIn(operation);
  const sent = pairs.filter(([name]) => hides(name)).map(([, value]) => value);
  return [...sent, ...given.flatMap((each) => [...inside(each, hides, false, 0)])];
}

/** Whether the value of a variable of the operation is sensitive: `account[password]`. */
export function hiddenIn(operation: Operation): (name: unknown) => boolean {
  const names = new Set(operation.params.flatMap(sensitiveParams).map((name) => name.toLowerCase()));
  const isHidden = (segment: string): boolean => names.has(segment.toLowerCase()) || isSecret(segment);
  return (name) => typeof name === "string" && name.split(/[[\]]/).some(isHidden);
}

function sensitiveParams(param: Param): string[] {
  return [...(param.sensitive === true ? [param.wire] : []), ...(param.fields ?? []).flatMap(sensitiveParams)];
}

/** The texts below sensitive names; with `isHidden`, all texts. */
function* inside(
  value: unknown,
  hides: (name: unknown) => boolean,
  isHidden: boolean,
  level: number,
): Generator<string> {
  if (level > DEEPEST) {
    return;
  }
  if (isMap(value) || isList(value)) {
    for (const [key, item] of pairsOf(value)) {
      yield* inside(item, hides, isHidden || hides(key), level + 1);
    }
  } else if (isHidden && isBytes(value)) {
    yield new TextDecoder().decode(bytesOf(value));
  } else if (isHidden && ["string", "number", "bigint"].includes(typeof value)) {
    yield String(value);
  }
}

/** The names, in small letters, that models in a type declare as sensitive, at any depth. */
export function sensitiveNames(type: TypeSpec | null): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<ModelSpec>();
  const waiting = type === null ? [] : [type];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (typeof each === "string") {
      continue;
    }
    if ("model" in each) {
      const spec = each.model();
      if (!seen.has(spec)) {
        seen.add(spec);
        spec.sensitive?.forEach((name) => names.add(name.toLowerCase()));
        waiting.push(...spec.fields.map(([, inner]) => inner));
      }
    } else {
      waiting.push(...("oneOf" in each ? each.oneOf : ["list" in each ? each.list : each.map]));
    }
  }
  return names;
}
