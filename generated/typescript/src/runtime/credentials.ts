/** Who is calling. Which fields there are, and which belong together, the dialect says. */

import * as dialect from "../dialect.js";
import { ConfigurationError } from "../errors.js";
import { md5 } from "./md5.js";

type Scheme = readonly string[];

// A secret read from a file often ends with a line break, and the server only says that it is wrong.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** Credentials as a user gives them: field -> value, as the dialect names them. */
export type Given = Readonly<Record<string, string | null | undefined>>;

/** One complete way to sign in. Prints as the names of its fields. */
export class Credentials {
  readonly scheme: Scheme;
  readonly #pairs: readonly (readonly [name: string, value: string])[];
  readonly #given: readonly string[];

  constructor(scheme: Scheme, pairs: readonly (readonly [string, string])[], given: readonly string[]) {
    this.scheme = scheme;
    this.#pairs = pairs;
    this.#given = given;
  }

  /** What is sent. */
  pairs(): readonly (readonly [name: string, value: string])[] {
    return this.#pairs;
  }

  /** What must not be shown: the values as they were given and as they are sent. */
  secrets(): readonly string[] {
    return [...this.#given, ...this.#pairs.map(([, value]) => value)];
  }
}

/** The credentials among the arguments of a client. Raises ConfigurationError. */
export function choose(given: Given, legacyLogin: boolean): Credentials {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    const isLeftOut = value === "" && dialect.CREDENTIAL_EXTRAS.includes(name);
    if (value !== null && value !== undefined && !isLeftOut) {
      check(name, value);
      values.set(name, value);
    }
  }
  const scheme = schemeOf(values);
  if (isLegacy(scheme) && !legacyLogin) {
    throw new ConfigurationError(
      `signing in with ${scheme.join(" and ")} is switched off; ` +
        `give ${alternatives(false)}, or legacyLogin: true if there is no other way`,
    );
  }
  const names = [...scheme, ...dialect.CREDENTIAL_EXTRAS.filter((name) => values.has(name))];
  const found = names.map((name) => [name, values.get(name) ?? ""] as const);
  return new Credentials(
    scheme,
    found.map(([name, value]) => [name, dialect.MD5_FIELDS.has(name) ? md5(value) : value]),
    found.map(([, value]) => value),
  );
}

/** What the environment says: variable -> value. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Address and credentials from the environment.
 *
 * Of several complete ways to sign in the first that is not switched off is taken. Raises ConfigurationError, naming
 * the variables, if some are missing.
 */
export function fromEnvironment(
  legacyLogin = false,
  environment: Environment = hostEnvironment(),
): { url: string; credentials: Record<string, string> } {
  const variables = new Map([...dialect.ENVIRONMENT, ["", dialect.ENVIRONMENT_URL]]);
  const found = new Map<string, string>();
  for (const [field, name] of variables) {
    const value = environment[name] ?? "";
    if (value !== "") {
      found.set(field, value);
    }
  }
  const schemes = dialect.SCHEMES.filter((scheme) => legacyLogin || !isLegacy(scheme));
  const share = (scheme: Scheme): number => scheme.filter((name) => found.has(name)).length / scheme.length;
  const scheme = (schemes.length > 0 ? schemes : dialect.SCHEMES).reduce((best, each) =>
    share(each) > share(best) ? each : best,
  );
  const missing = ["", ...scheme].filter((field) => !found.has(field));
  if (missing.length > 0) {
    const names = missing.map((field) => variables.get(field) ?? field);
    throw new ConfigurationError(`not set in the environment: ${names.join(", ")}`);
  }
  const taken = [...scheme, ...dialect.CREDENTIAL_EXTRAS].filter((field) => found.has(field));
  return {
    url: found.get("") ?? "",
    credentials: Object.fromEntries(taken.map((field) => [field, found.get(field) ?? ""])),
  };
}

interface Host {
  readonly process?: { readonly env?: Environment };
  readonly Deno?: { readonly env: { get: (name: string) => string | undefined } };
}

/** The variables that matter, from Node, Bun or Deno; nothing elsewhere. */
function hostEnvironment(): Environment {
  const host = globalThis as Host;
  const names = [...dialect.ENVIRONMENT.values(), dialect.ENVIRONMENT_URL];
  const read = (name: string): string | undefined =>
    host.Deno === undefined ? host.process?.env?.[name] : host.Deno.env.get(name);
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

/** The one scheme that the given fields make up. */
function schemeOf(values: ReadonlyMap<string, string>): Scheme {
  const begun = dialect.SCHEMES.filter((scheme) => scheme.some((name) => values.has(name)));
  const [scheme] = begun;
  if (scheme === undefined) {
    throw new ConfigurationError(`no credentials: give ${alternatives(false)}`);
  }
  if (begun.length > 1) {
    throw new ConfigurationError(`two ways to sign in at once: give ${alternatives(true)}`);
  }
  const missing = scheme.filter((name) => !values.has(name));
  if (missing.length > 0) {
    throw new ConfigurationError(`credentials are incomplete: ${missing.join(" and ")} is missing`);
  }
  return scheme;
}

function check(name: string, value: unknown): void {
  if (typeof value !== "string") {
    throw new ConfigurationError(`${name} is not text`);
  }
  if (value === "") {
    throw new ConfigurationError(`${name} is empty`);
  }
  if (UNPRINTABLE.test(value)) {
    throw new ConfigurationError(`${name} holds a line break or another character that cannot be printed`);
  }
}

function isLegacy(scheme: Scheme): boolean {
  return [...dialect.LEGACY_SCHEMES].some((legacy) => legacy.join() === scheme.join());
}

/** The ways to sign in, in words: `a and b, or c and d`. */
function alternatives(legacy: boolean): string {
  const schemes = dialect.SCHEMES.filter((scheme) => legacy || !isLegacy(scheme));
  return (schemes.length > 0 ? schemes : dialect.SCHEMES).map((scheme) => scheme.join(" and ")).join(", or ");
}
