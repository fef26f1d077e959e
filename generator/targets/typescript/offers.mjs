// `node offers.mjs FOLDER`: what a built package offers, as JSON; see `base.Offer`.
//
// Every method of every group is called, with a session that notes which action it is about; the types of what the
// method takes and answers are walked as a user's editor sees them. The facts are those of the operation that the session
// is handed, and of the models that it names: what the runtime reads.

import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const ts = createRequire(join(folder, "package.json"))("typescript");
const groups = join(folder, "dist/groups");
const files = readdirSync(groups).filter((name) => name.endsWith(".d.ts"));
const program = ts.createProgram(
  files.map((name) => join(groups, name)),
  { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, types: [] },
);
const checker = program.getTypeChecker();

const found = {};
for (const name of files) {
  const source = program.getSourceFile(join(groups, name));
  const module = await import(pathToFileURL(join(groups, name.replace(/\.d\.ts$/, ".js"))).href);
  for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(source))) {
    if (symbol.flags & ts.SymbolFlags.Class) {
      look(module[symbol.name], checker.getDeclaredTypeOfSymbol(symbol));
    }
  }
}
console.log(JSON.stringify(found));

/** Notes what the methods of a class are about, and what they take and answer. */
function look(group, type) {
  for (const method of Object.getOwnPropertyNames(group.prototype).filter((name) => name !== "constructor")) {
    let operation = null;
    const session = { call: (handed) => (operation = handed), iterate: () => undefined };
    new group(session)[method]({});
    if (operation === null) {
      continue;
    }
    const [signature] = checker.getTypeOfSymbol(type.getProperty(method)).getCallSignatures();
    const params = checker.getNonNullableType(checker.getTypeOfSymbol(signature.getParameters()[0]));
    const fields = new Set();
    walk(checker.getAwaitedType(signature.getReturnType()), "", [], fields);
    found[operation.action] = {
      params: checker.getPropertiesOfType(params).map(nameOf),
      fields: [...fields],
      facts: factsOf(operation),
    };
  }
}

/** What the runtime acts by; see `Offer.facts`. */
function factsOf(operation) {
  return {
    effect: operation.effect,
    deprecated: operation.deprecated,
    records: operation.records,
    params: byWire(operation.params),
    requires: (operation.requires ?? []).map(ruleOf),
    answer: operation.response === null ? null : typeOf(operation.response, []),
  };
}

/** Parameters, or the entries of an object in one, by their names. */
function byWire(params) {
  return Object.fromEntries(
    params.map(({ wire, since, dated, fields, ...facts }) => [wire, { ...facts, fields: byWire(fields ?? []) }]),
  );
}

/** A rule; a mere name in it is that of a flag. */
function ruleOf(rule) {
  const whole = (condition) => (typeof condition === "string" ? { wire: condition, flag: true } : condition);
  return { ...rule, when: rule.when?.map(whole), unless: rule.unless?.map(whole) };
}

/** A type in an answer. */
function typeOf(spec, above) {
  if (typeof spec === "string") {
    return spec;
  }
  if ("list" in spec) {
    return { list: typeOf(spec.list, above), wrapper: spec.wrapper };
  }
  if ("map" in spec) {
    return { map: typeOf(spec.map, above) };
  }
  if ("oneOf" in spec) {
    const options = new Map(spec.oneOf.map((each) => typeOf(each, above)).map((each) => [JSON.stringify(each), each]));
    return options.size === 1 ? [...options.values()][0] : { oneOf: [...options.values()] };
  }
  const model = spec.model();
  return above.includes(model) ? "object" : modelOf(model, [...above, model]);
}

function modelOf(model, above) {
  const fields = model.fields.map(([wire, type]) => [
    wire,
    { type: typeOf(type, above), sensitive: model.sensitive?.includes(wire) },
  ]);
  return { fields: Object.fromEntries(fields), flattened: model.flattened };
}

/** The wire name of a property: the compiler puts a third `_` before two of them. */
function nameOf(property) {
  return property.escapedName.replace(/^___/, "__");
}

/** Adds the places in a value of a type, its own not among them. */
function walk(type, path, above, places) {
  if (type.isUnion()) {
    type.types.forEach((each) => walk(each, path, above, places));
    return;
  }
  if (!(type.flags & ts.TypeFlags.Object) || above.includes(type)) {
    return;
  }
  if (checker.isArrayType(type)) {
    walk(checker.getTypeArguments(type)[0], `${path}[]`, above, places);
    return;
  }
  const values = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (values !== undefined) {
    walk(values, `${path}.*`, above, places);
    return;
  }
  if (type.symbol?.declarations?.some((each) => each.getSourceFile().fileName.includes("/typescript/lib/"))) {
    return; // a Uint8Array
  }
  for (const property of checker.getPropertiesOfType(type)) {
    const name = nameOf(property);
    const place = path === "" ? name : `${path}.${name}`;
    places.add(place);
    walk(checker.getTypeOfSymbol(property), place, [...above, type], places);
  }
}
