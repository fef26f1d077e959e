/**
 * Connections that are used once, so that no write is sent twice.
 *
 * Where a connection that was kept from an earlier request breaks, Deno's fetch sends the request again by itself, even
 * though the server may have acted on the first one. It does not do so on a connection of its own. Other runtimes do
 * not do it at all; Node.js does where a server says by HTTP 421 that it has not acted.
 */

import type { Effect } from "./schema.js";

/** What Deno's fetch takes as `client`. */
interface Client {
  close(): void;
}

interface Host {
  readonly Deno?: { readonly createHttpClient?: (options: { poolMaxIdlePerHost: number }) => Client };
}

/** A connection for one request; null where the effect or the platform needs none. To be closed after the answer. */
export function connectionFor(effect: Effect): Client | null {
  const host = globalThis as Host;
  return effect === "read" ? null : (host.Deno?.createHttpClient?.({ poolMaxIdlePerHost: 0 }) ?? null);
}
