/** Which names stand for values that must not be shown, and what is shown instead. */

import * as dialect from "../dialect.js";

export const STARS = "***";

const NAMES: ReadonlySet<string> = new Set([...dialect.SENSITIVE].map((name) => name.toLowerCase()));

/** Whether values of that wire name are never shown, in whichever case the server writes it. */
export function isSecret(name: string): boolean {
  return NAMES.has(name.toLowerCase());
}
