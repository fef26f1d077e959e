/**
 * An action as data: its parameters, how each of them is written, and what it answers.
 *
 * The generated modules declare one `Operation` for each method; the runtime acts on nothing else. Names are the wire's
 * own, in pairs and never as keys, so that `__proto__` is a name like any other.
 */

/** What a single value means, whichever JSON type it travels in. Bytes are sent only: an answer has their base64. */
export type Kind = "text" | "integer" | "decimal" | "boolean" | "date" | "datetime" | "any";

/** The type of something in an answer. */
export type TypeSpec =
  | Kind
  /** `wrapper` is the inner key: "client" of `{"clients": {"client": [...]}}`. */
  | { readonly list: TypeSpec; readonly wrapper?: string }
  /** An object whose keys are data. */
  | { readonly map: TypeSpec }
  /** A thunk, because models may refer to each other. */
  | { readonly model: () => ModelSpec }
  /** The first one that fits, in this order. */
  | { readonly oneOf: readonly TypeSpec[] };

/** Where an object of an answer has its ModelSpec, out of sight. */
export const SPEC: unique symbol = Symbol("spec");

/**
 * An object that the server answers.
 *
 * sensitive:  wire names of fields whose values are never shown
 * flattened:  wire name of an object whose fields older servers send beside it
 * type:       what the object is in TypeScript; never set
 */
export interface ModelSpec<T = unknown> {
  readonly name: string;
  readonly fields: readonly (readonly [wire: string, type: TypeSpec])[];
  readonly sensitive?: readonly string[];
  readonly flattened?: string;
  readonly type?: T;
}

/**
 * How the value of a parameter is written into the form.
 *
 * kind:  form           `pid[0]=1&pid[1]=2`, `itemdescription[12]=text`
 *        comma          `1,2,3`
 *        php-serialize  base64 of PHP's serialize()
 *        json-base64    base64 of JSON
 *        numbered       rows `[{"itemamount": 5}, ...]` become `itemamount1=5`, ...
 * each:  the value is a list, and each of its items is written so on its own
 * file:  the keys (file name, file content) of a row that is a file
 * date:  pattern of YYYY, MM, DD, hh, mm, ss for dates that are not written as usual
 */
export interface Encoding {
  readonly kind?: "form" | "comma" | "php-serialize" | "json-base64" | "numbered";
  readonly each?: boolean;
  readonly file?: readonly [name: string, data: string];
  readonly date?: string;
}

/**
 * A parameter. `wire` is its name in the form, `kind` that of a value, item or entry.
 *
 * dated:   whether texts that are dates are written as such, where the kind is `any`
 * fields:  what the object may hold, or each object in the list or map; empty where that is open
 */
export interface Param {
  readonly wire: string;
  readonly kind: Kind | "bytes" | "object";
  readonly shape?: "value" | "list" | "map" | "any";
  readonly required?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: string;
  readonly values?: readonly (string | number)[];
  readonly encoding?: Encoding;
  readonly dated?: boolean;
  readonly since?: string;
  readonly fields?: readonly Param[];
}

/**
 * Whether a parameter is given, and says something: neither empty, nor false, nor 0 for no ID. Of a key of a map
 * (`each`): whether it is there.
 *
 * values:  it has to be one of these
 * absent:  not to give it will do as well: the server then assumes one of them
 * flag:    it is a flag, of which one says that it is true
 * amount:  it is an amount, of which 0 is one as well
 */
export interface Condition {
  readonly wire: string;
  readonly values?: readonly (string | number)[];
  readonly absent?: boolean;
  readonly flag?: boolean;
  readonly amount?: boolean;
}

/**
 * Parameters that are needed together or in place of each other, or exclude each other.
 *
 * any:     at least one of these must be given
 * all:     every one of these must be given
 * none:    not one of these may be given
 * when:    the rule holds only where one of these conditions does; empty: always
 * unless:  it does not hold where one of these does; a mere name is that of a flag
 * each:    the parameters are maps, and the rule is about each of their keys
 */
export interface Requirement {
  readonly any?: readonly string[];
  readonly all?: readonly string[];
  readonly none?: readonly string[];
  readonly when?: readonly (string | Condition)[];
  readonly unless?: readonly (string | Condition)[];
  readonly each?: boolean;
}

/** What a call does to the installation: only reads may be sent twice. */
export type Effect = "read" | "write" | "destructive";

/** One action. `response` is the type that it answers, or null for a mere success; `answer` is never set. */
export interface Operation<T = unknown> {
  readonly action: string;
  readonly group: string;
  readonly effect: Effect;
  readonly params: readonly Param[];
  readonly response: TypeSpec | null;
  readonly requires?: readonly Requirement[];
  readonly deprecated?: string;
  readonly errors?: readonly string[];
  readonly docs?: string;
  readonly answer?: T;
}

/** An action that answers a page of a longer list; `records` is the field with its items. `item` is never set. */
export interface Paged<T = unknown, I = unknown> extends Operation<T> {
  readonly records: string;
  readonly item?: I;
}
