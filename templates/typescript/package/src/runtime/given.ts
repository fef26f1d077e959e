/** What a user gives beside parameters, looked at before it is used: TypeScript's own checks do not reach everyone. */

import { ConfigurationError } from "../errors.js";

/** The object, if all of its names are known ones. Raises ConfigurationError. */
export function known<T extends object>(what: string, given: T, names: readonly string[]): T {
  if (typeof given !== "object" || (given as unknown) === null) {
    throw new ConfigurationError(`${what} is not an object of names and values`);
  }
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new ConfigurationError(`${what}: there is no ${unknown.map(shown).join(", ")}; there is ${names.join(", ")}`);
  }
  return given;
}

/** Whether it is said; not said is no. Raises ConfigurationError on what is neither. */
export function yesOrNo(name: string, value: unknown): boolean {
  if (value !== undefined && typeof value !== "boolean") {
    throw new ConfigurationError(`${name} is not true or false`);
  }
  return value === true;
}

/** A name, as far as one can look like that: a text given by mistake may be a secret. */
function shown(name: string): string {
  return /^\w{1,30}$/.test(name) ? name : "such name";
}
