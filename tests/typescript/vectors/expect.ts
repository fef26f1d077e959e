/** Assertions that say what differs. */

import { inspect, isDeepStrictEqual } from "node:util";

/** Throws where two values differ. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (!isDeepStrictEqual(actual, expected)) {
    throw new Error(`${what}: ${inspect(actual, { depth: 9 })}, not ${inspect(expected, { depth: 9 })}`);
  }
}

/** Throws where a number is not within its bounds, or where there are more or fewer. */
export function within(actual: readonly number[], bounds: readonly (readonly number[])[], what: string): void {
  const fits = bounds.every(([low = 0, high = 0], index) => {
    const value = actual[index] ?? NaN;
    return low <= value && value <= high;
  });
  if (!fits || actual.length !== bounds.length) {
    throw new Error(`${what}: ${inspect(actual)}, not within ${inspect(bounds)}`);
  }
}

/** The error that a call throws. Throws where it throws none. */
export function raised(call: () => unknown, what: string): Error {
  let answer: unknown;
  try {
    answer = call();
  } catch (error) {
    if (error instanceof Error) {
      return error;
    }
    throw error;
  }
  throw new Error(`${what}: ${inspect(answer)}, not an error`);
}

/** Throws where a text lacks one of some words or holds one of others. */
export function tells(text: string, says: readonly string[], hides: readonly string[], what: string): void {
  for (const word of says.map(spelt)) {
    if (!text.includes(word)) {
      throw new Error(`${what} does not say ${word}: ${text}`);
    }
  }
  for (const word of hides) {
    if (text.includes(word)) {
      throw new Error(`${what} gives ${word} away: ${text}`);
    }
  }
}

// What the vectors call by Python's names.
const SPELLING = new Map([
  ["dict", "object"],
  ["True", "true"],
]);

function spelt(word: string): string {
  return SPELLING.get(word) ?? word;
}
