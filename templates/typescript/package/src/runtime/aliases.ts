/** What the arguments of calls and the fields of answers are made of, by name. */

/** Exact digits of a number: `"15.950"`. Never a float, in which 0.1 + 0.2 is not 0.3. */
export type Decimal = `${number}`;

/** `"2026-01-31"`, in the server's own calendar. */
export type LocalDate = `${number}-${number}-${number}`;

/** `"2026-01-31 07:08:09"`, in the server's local time: it has no zone. */
export type LocalDateTime = `${LocalDate} ${number}:${number}:${number}`;

/** An amount or a rate. A number is written with its shortest digits: 0.1 as `0.1`. */
export type DecimalInput = Decimal | number | bigint;

/** A whole number; one beyond 2^53 as a bigint or as text. */
export type IntegerInput = number | bigint | `${bigint}`;

/** A LocalDate; any other text is sent as it is, for where the server wants its own local format. */
export type DateInput = LocalDate | (string & {});

/** A LocalDateTime, or a LocalDate for its midnight; any other text is sent as it is. */
export type DateTimeInput = LocalDateTime | LocalDate | (string & {});

/** `{12: "text"}` is sent as `name[12]=text`. A Map keeps the order of its keys, an object puts numbers first. */
export type Keyed<V> = Readonly<Record<string | number, V>> | ReadonlyMap<string | number | bigint, V>;

/** Parameters that this package does not know, beside the others. */
export type Extra = Readonly<Record<string, unknown>>;
