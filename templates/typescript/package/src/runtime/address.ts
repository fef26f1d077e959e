/**
 * The address that calls go to: `https://host/billing` -> `https://host/billing/<endpoint>`.
 *
 * What a user gives may hold a password where none belongs, so no message repeats it.
 */

import * as dialect from "../dialect.js";
import { ConfigurationError } from "../errors.js";

const EXAMPLE = "https://billing.example.com";
// An IPv6 address, or names of 1 to 63 characters.
const HOST = /^(?:\[.+\]|(?=.{1,254}$)[^.]{1,63}(?:\.[^.]{1,63})*\.?)$/;
const ENDPOINT = `/${dialect.ENDPOINT_PATH.replace(/^\/+|\/+$/g, "")}`;

/**
 * Address of the endpoint. Takes that of the installation or of the endpoint itself.
 *
 * Raises ConfigurationError; its message never repeats the address.
 */
export function endpoint(address: string, allowHttp: boolean): URL {
  const given = typeof address === "string" ? address.trim() : "";
  const url = parsed(given);
  const problem = problemOf(given, url, allowHttp);
  if (url === null || problem !== null) {
    throw new ConfigurationError(problem ?? "");
  }
  const path = url.pathname.replace(/\/+$/, "");
  const folder = path.endsWith(ENDPOINT) ? path.slice(0, -ENDPOINT.length) : path;
  url.pathname = folder.replace(/\/+$/, "") + ENDPOINT;
  return url;
}

/** What is wrong with the address, or null. */
function problemOf(address: string, url: URL | null, allowHttp: boolean): string | null {
  if (url === null) {
    return `the address of the installation is not a URL like ${EXAMPLE}`;
  }
  if (url.username !== "" || url.password !== "" || /^[^/]*\/\/[^/]*@/.test(address)) {
    return "the address must not hold a user name or a password";
  }
  if (/[?#]/.test(address)) {
    return "the address must end with its path: no '?' and no '#'";
  }
  if (url.protocol === "http:" && !allowHttp && !isLoopback(url.hostname)) {
    return (
      "over http:// anyone on the way can read the credentials: give an https:// address, " +
      "or allowHttp: true on a network you trust"
    );
  }
  return null;
}

function parsed(address: string): URL | null {
  // A URL object quietly mends slashes and drops line breaks; that is not for the address of credentials.
  if (!/^https?:\/\/[^/\\\s]/i.test(address) || /[\s\\\p{Cc}]/u.test(address)) {
    return null;
  }
  try {
    const url = new URL(address);
    return HOST.test(url.hostname) ? url : null;
  } catch {
    return null; // its message repeats the address
  }
}

/**
 * Whether what is sent there surely stays on this machine: localhost, 127.0.0.0/8, ::1.
 *
 * Any other name, be it a.localhost, is what some name server makes of it.
 */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
