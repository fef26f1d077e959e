/** Exact numbers as text: `1.5e3` -> `1500`, and never by way of a float. */

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** A number of JSON that a JavaScript number cannot hold to the last digit: `15.950`, 12345678901234567890. */
export class ExactNumber {
  static {
    // Not as a method: declarations that are made file by file have no computed names.
    Object.defineProperty(this.prototype, INSPECT, {
      value(this: ExactNumber): string {
        return this.digits;
      },
    });
  }

  /** The digits, as they stand in the JSON. */
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }

  /** The digits. */
  toString(): string {
    return this.digits;
  }

  /** The digits as text: JSON.stringify has no other way to keep them. */
  toJSON(): string {
    return this.digits;
  }
}

/** A number that PHP is to take for a float although it is whole: serialized as `d:5;`, where 5 alone is `i:5;`. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** `digits` without leading zeros, of which the last `scale` stand behind the point; a negative scale adds zeros. */
export interface Parts {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
}

/** The parts of a decimal number; null where the text is none. */
export function parts(text: string): Parts | null {
  const [, sign, whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(text) ?? [];
  if (sign === undefined || whole + fraction === "") {
    return null;
  }
  const digits = (whole + fraction).replace(/^0+(?=\d)/, "");
  return { negative: sign === "-", digits, scale: fraction.length - Number(exponent) };
}

/** How many digits the number has without an exponent, on the longer side of the point. */
export function width(number: Parts): number {
  return Math.max(number.digits.length - number.scale, number.scale);
}

/** The number in digits, without an exponent. Look at `width` first. */
export function plain({ negative, digits, scale }: Parts): string {
  const padded = digits.padStart(scale + 1, "0");
  const whole = scale > 0 ? padded.slice(0, -scale) : digits === "0" ? "0" : digits + "0".repeat(-scale);
  const fraction = scale > 0 ? `.${padded.slice(-scale)}` : "";
  return `${negative ? "-" : ""}${whole}${fraction}`;
}

/** Whether the number is zero. */
export function isZero(number: Parts): boolean {
  return /^0+$/.test(number.digits);
}

/** The digits of a whole number, from 5, 5.00 or 5e3; null where there is a fraction. */
export function whole(number: Parts): string | null {
  const [before = "", after = ""] = plain(number).split(".");
  if (/[1-9]/.test(after)) {
    return null;
  }
  return before === "-0" ? "0" : before;
}
