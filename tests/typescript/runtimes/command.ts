/** The tour on a command line, under Node.js, Deno and Bun: `tour STOPS-AS-JSON`. */

import { Whmcs } from "whmcs";

import { tour } from "./tour.js";
import type { Stops } from "./tour.js";

/** Arguments, as Deno and the others have them. */
interface Host {
  readonly Deno?: { readonly args: readonly string[] };
  readonly process?: { readonly argv: readonly string[] };
}

const { Deno, process } = globalThis as unknown as Host;
const [stops = ""] = Deno?.args ?? process?.argv.slice(2) ?? [];
console.log(JSON.stringify(await tour(JSON.parse(stops) as Stops, () => Whmcs.fromEnv())));
