/**
 * Rules of an operation beside its arguments -> the rules that are broken, in words.
 *
 * `{all: ["duedate"], when: [{wire: "invoiceaction", values: ["recur"]}]}` is broken by a call that gives
 * `invoiceaction: "recur"` and no `duedate`. Vectors: tests/wire/requirements.json.
 */

import * as dialect from "../dialect.js";
import { isList, isMap, isNone, pairsOf } from "./misfit.js";
import { digitsOf } from "./values.js";
import type { Condition, Operation, Requirement } from "./schema.js";

/** Parameters by name. */
export type Arguments = ReadonlyMap<string, unknown>;

/**
 * A rule that a call breaks.
 *
 * kind:   what the rule asks for
 * names:  the parameters that are lacking (`all`), that would do (`any`), or that are too many
 * words:  the rule: `duedate must be given where invoiceaction is 'recur'`
 */
export interface Broken {
  readonly kind: "any" | "all" | "none";
  readonly names: readonly string[];
  readonly words: string;
}

/** The rules that the arguments break. None of their values is in the answer. */
export function broken(operation: Operation, given: Arguments): Broken[] {
  const found = (operation.requires ?? []).flatMap((rule) =>
    partsOf(rule, given).map(([key, part]) => judged(rule, key, part)),
  );
  return found.filter((each): each is Broken => each !== null);
}

/** Whether anything is said by a value: not by null, nor by a list or map of nothing else. */
export function isGiven(value: unknown): boolean {
  return isList(value) || isMap(value) ? pairsOf(value).some(([, item]) => !isNone(item)) : !isNone(value);
}

/** `a, b and c`. */
export function joined(names: readonly string[], last: string): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((text) => text !== "").join(` ${last} `);
}

/** What a rule is applied to: all arguments, or for each key of its maps what stands there. */
function partsOf(rule: Requirement, given: Arguments): [key: string, part: Arguments][] {
  if (rule.each !== true) {
    return [["", given]];
  }
  const conditions = [...conditionsOf(rule.when), ...conditionsOf(rule.unless)].map(({ wire }) => wire);
  const names = [...(rule.any ?? []), ...(rule.all ?? []), ...(rule.none ?? []), ...conditions];
  const maps = new Map(names.map((name) => [name, byText(given.get(name))]));
  const keys = new Set(conditionsOf(rule.when).flatMap(({ wire }) => [...(maps.get(wire)?.keys() ?? [])]));
  return [...keys].map((key) => {
    return [`[${key}]`, new Map([...maps].map(([name, entries]) => [name, entries.get(key)]))];
  });
}

/** The entries of a map, their keys as they are sent: 12 and "12" are one. */
function byText(value: unknown): Map<string, unknown> {
  return new Map(isMap(value) ? pairsOf(value).map(([key, item]) => [String(key), item]) : []);
}

function conditionsOf(conditions: readonly (string | Condition)[] = []): Condition[] {
  return conditions.map((each) => (typeof each === "string" ? { wire: each, flag: true } : each));
}

/** What is broken of a rule; `key` is added to the name of each parameter. */
function judged(rule: Requirement, key: string, given: Arguments): Broken | null {
  const { any = [], all = [], none = [] } = rule;
  const [when, unless] = [conditionsOf(rule.when), conditionsOf(rule.unless)];
  const isTrue = (each: Condition): boolean => holds(each, given, key !== "");
  if ((when.length > 0 && !when.some(isTrue)) || unless.some(isTrue)) {
    return null;
  }
  const where =
    (when.length > 0 ? ` where ${said(when, key)}` : "") + (unless.length > 0 ? `, unless ${said(unless, key)}` : "");
  const told = (kind: Broken["kind"], wires: readonly string[], words: (names: string[]) => string): Broken => {
    const names = wires.map((name) => name + key);
    return { kind, names, words: words(names) + where };
  };
  if (any.length > 0 && !any.some((name) => isGiven(given.get(name)))) {
    return told("any", any, (names) => `one of ${joined(names, "or")} must be given`);
  }
  const lacking = all.filter((name) => !isGiven(given.get(name)));
  if (lacking.length > 0) {
    return told("all", lacking, (names) => `${joined(names, "and")} must be given`);
  }
  const extra = none.filter((name) => isSet(given.get(name)));
  return extra.length > 0 ? told("none", extra, (names) => `${joined(names, "and")} must not be given`) : null;
}

function holds(condition: Condition, given: Arguments, isEntry: boolean): boolean {
  const value = given.get(condition.wire);
  if (!isGiven(value)) {
    return condition.absent === true;
  }
  const { values = [] } = condition;
  if (values.length === 0) {
    return isEntry || condition.amount === true || isSet(value);
  }
  const said = typeof value === "string" ? value : digitsOf(value);
  return said !== null && values.map(String).includes(said);
}

/** Whether something is given that is neither empty nor false: what PHP takes for true. */
function isSet(value: unknown): boolean {
  const digits = digitsOf(value);
  const isZero = digits !== null && Number(digits) === 0;
  return isGiven(value) && value !== false && value !== "" && value !== dialect.FALSE && !isZero;
}

/** `userid or email is given or draft is true or type is not given or is 'a' or 'b'`. */
function said(conditions: readonly Condition[], key: string): string {
  const open = conditions.filter(({ values = [] }) => values.length === 0);
  const given = open.filter(({ flag }) => flag !== true).map(({ wire }) => wire + key);
  const flags = open.filter(({ flag }) => flag === true).map(({ wire }) => wire + key);
  const valued = conditions
    .filter((each) => !open.includes(each))
    .map(({ wire, values = [], absent }) => {
      const options = values.map((value) => (typeof value === "string" ? `'${value}'` : String(value)));
      return `${wire}${key} ${absent === true ? "is not given or " : ""}is ${joined(options, "or")}`;
    });
  return [
    ...(given.length > 0 ? [`${joined(given, "or")} is given`] : []),
    ...(flags.length > 0 ? [`${joined(flags, "or")} is true`] : []),
    ...valued,
  ].join(" or ");
}
