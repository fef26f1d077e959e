/** The tour as a worker: `workerd test`, its bindings are the environment. */

import { Whmcs } from "whmcs";

import { tour } from "./tour.js";
import type { Stops } from "./tour.js";

type Bindings = Readonly<Record<"STOPS" | "WHMCS_URL" | "WHMCS_IDENTIFIER" | "WHMCS_SECRET", string>>;

export default {
  async test(_: unknown, env: Bindings): Promise<void> {
    console.log(JSON.stringify(await tour(JSON.parse(env.STOPS) as Stops, () => Whmcs.fromEnv({}, env))));
  },
};
