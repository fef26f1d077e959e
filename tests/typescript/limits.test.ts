/** How long calls may take, and what ends them early: limits, the server's wishes, a client that is closed. */

import assert from "node:assert/strict";
import test from "node:test";
import { inspect } from "node:util";

import * as errors from "../../generated/typescript/src/errors.js";
import { Clock } from "../../generated/typescript/src/runtime/clock.js";
import type { CallEvent } from "../../generated/typescript/src/runtime/hooks.js";
import { Session } from "../../generated/typescript/src/runtime/session.js";
import { answer, CREDENTIALS, failure, leaks, LIST, PatientClock, READ, sessionOver, shown, WRITE } from "./support.js";

/** A fetch that never answers, and may not even listen to its signal. */
const silent = (): Promise<Response> => new Promise(() => undefined);

/** The texts of errors that sessions with these options reject with. */
async function messages(rows: readonly { client?: object; call?: object }[]): Promise<string[]> {
  const failures = rows.map(async ({ client, call }) => failure(sessionOver(silent, client).call(WRITE, {}, call)));
  const told = /no[^.]*within [\d.]+ s[^.]*/;
  return (await Promise.all(failures)).map(({ message }) => told.exec(message)?.[0] ?? message);
}

test("an attempt ends after its own time, a call after five times of it, or after what is said", async () => {
  const found = await messages([
    { client: { timeout: 0.02 } },
    { client: { timeout: 60 }, call: { timeout: 0.02 } },
    { client: { timeout: 60, totalTimeout: 0.02 } },
    { client: { timeout: null, totalTimeout: 0.02 } },
    { client: { timeout: 60, totalTimeout: 90 }, call: { totalTimeout: 0.02 } },
    { client: { timeout: 0.02, totalTimeout: null } },
  ]);
  const attempt = "no answer within 0.02 s";
  const whole = "not done within 0.02 s, the limit of the whole call";
  assert.deepEqual(found, [attempt, attempt, whole, whole, whole, attempt]);
});

/** How often a read is sent, and how long it waits, where each attempt takes so many seconds and fails. */
async function attempts(seconds: number, options: object, call: object = {}): Promise<[number, number[]]> {
  const clock = new PatientClock();
  let sent = 0;
  const fetch = async (): Promise<Response> => {
    sent += 1;
    clock.passed += seconds;
    return Promise.resolve(answer("", 503, { "retry-after": "2" }));
  };
  await failure(sessionOver(fetch, { retries: 9, ...options }, clock).call(READ, {}, call));
  return [sent, clock.slept];
}

test("attempts and the waits between them stay within the limit of the call", async () => {
  assert.deepEqual(await attempts(3, { totalTimeout: 9.5 }), [2, [2]]);
  assert.deepEqual(await attempts(3, { timeout: 2 }), [2, [2]]);
  assert.deepEqual(await attempts(3, { timeout: 2 }, { timeout: 4 }), [4, [2, 2, 2]]);
  assert.deepEqual(await attempts(3, { totalTimeout: 9.5 }, { totalTimeout: 4 }), [1, []]);
  assert.equal((await attempts(3, { totalTimeout: null }))[0], 10);
});

test("a wait that no timer can hold is waited for in parts", async () => {
  const real = globalThis.setTimeout;
  const set: number[] = [];
  globalThis.setTimeout = ((act: () => void, delay: number) => {
    set.push(delay);
    return real(act, 0);
  }) as typeof setTimeout;
  try {
    await new Clock().sleep(3 * 86_400 + 0.5);
    await new Clock().sleep(0);
  } finally {
    globalThis.setTimeout = real;
  }
  assert.deepEqual(set, [86_400_000, 86_400_000, 86_400_000, 500]);
});

test("waiting for the client's own limits does not count", async () => {
  const clock = new PatientClock();
  const options = { rateLimit: 0.01, totalTimeout: 10 };
  const session = sessionOver(async () => Promise.resolve(answer({ result: "success" })), options, clock);
  await session.call(READ, {});
  await session.call(READ, {});
  assert.deepEqual(clock.slept, [100]);
});

test("calls that are given up leave their places to others, who keep their order", async () => {
  const sent: string[] = [];
  const session = sessionOver(
    async (_, { body }) => {
      sent.push(new URLSearchParams(typeof body === "string" ? body : "").get("number") ?? "");
      return Promise.resolve(answer({ result: "success" }));
    },
    { rateLimit: 20 },
  );
  const giving = new AbortController();
  const given = Array.from({ length: 60 }, async (_, number) => {
    const signal = number > 0 && number < 58 ? giving.signal : undefined;
    return session.call(READ, {}, { extra: { number }, signal });
  });
  const ended = Promise.allSettled(given);
  await new Promise((resolve) => setTimeout(resolve, 10));
  giving.abort();
  const began = performance.now();
  await session.call(READ, {}, { extra: { number: 60 } });
  assert.ok(performance.now() - began < 900);
  const outcomes = await ended;
  assert.equal(outcomes.filter(({ status }) => status === "rejected").length, 57);
  assert.deepEqual(sent, ["0", "58", "59", "60"]);
});

test("a server that asks for too long a wait is not asked earlier, and the error says how long", async () => {
  for (const [wait, expected] of [
    ["61", 61],
    ["9".repeat(500), Infinity],
  ] as const) {
    for (const content of ["<h1>Later</h1>", { result: "error", message: "Later" }]) {
      const clock = new PatientClock();
      const fetch = async (): Promise<Response> => Promise.resolve(answer(content, 503, { "retry-after": wait }));
      const error = await failure(sessionOver(fetch, { retries: 2 }, clock).call(READ, {}));
      assert.ok(error instanceof errors.UnavailableError, error.message);
      assert.equal(error.retryAfter, expected);
      assert.match(error.message, wait === "61" ? /Wait 61 s and try again\.$/ : /Wait and try again\.$/);
      assert.deepEqual(clock.slept, []);
    }
  }
});

test("a client that is closed ends its calls: a request under way may have been carried out", async () => {
  const events: CallEvent[] = [];
  const session = sessionOver(silent, { hook: (event) => events.push(event) });
  const call = session.call(WRITE, { password2: "password-canary-3" });
  setTimeout(() => {
    session.close();
  }, 5);
  const error = await failure(call);
  assert.equal(error.constructor, errors.ClosedError);
  assert.equal(error["mayHaveBeenSent"], true);
  assert.match(error.message, /^DoIt: the client was closed while the call was under way\. The call may have been/);
  assert.deepEqual(leaks(shown(error)), []);
  assert.deepEqual(
    events.map(({ outcome, error: name }) => [outcome, name]),
    [["error", "ClosedError"]],
  );
});

test("a hook that never ends holds up no call: its answer counts, given up or not", async () => {
  const never = async (): Promise<void> => new Promise(() => undefined);
  const good = async (): Promise<Response> => Promise.resolve(answer({ result: "success", id: 5 }));
  for (const end of ["signal", "close", "time"]) {
    const session = sessionOver(good, { hook: never, totalTimeout: end === "time" ? 0.02 : null });
    const giving = new AbortController();
    const call = session.call(WRITE, {}, { signal: giving.signal });
    setTimeout(() => {
      if (end === "signal") {
        giving.abort();
      } else if (end === "close") {
        session.close();
      }
    }, 10);
    assert.equal(((await call) as { id: number }).id, 5, end);
  }
});

test("a read whose hook takes all of its time is not sent again: its error is the one that the server gave", async () => {
  let sent = 0;
  const unavailable = async (): Promise<Response> => {
    sent += 1;
    return Promise.resolve(answer("", 503));
  };
  const never = async (): Promise<void> => new Promise(() => undefined);
  const retries = { retries: 9, firstDelay: 0.01, longestDelay: 0.01 };
  const error = await failure(sessionOver(unavailable, { retries, totalTimeout: 0.05, hook: never }).call(READ, {}));
  assert.equal(error.constructor, errors.ServerUnavailableError, error.message);
  assert.equal(sent, 1);
});

test("what a hook takes counts for the call, and its errors are told however late", async () => {
  const warnings: string[] = [];
  let [sent, told] = [0, 0];
  const session = sessionOver(
    async () => {
      sent += 1;
      return Promise.resolve(answer("", 503));
    },
    {
      retries: { retries: 9, firstDelay: 0.001, longestDelay: 0.001 },
      totalTimeout: 0.1,
      onWarning: ({ kind }) => warnings.push(kind),
      hook: async () => {
        told += 1;
        await new Promise((resolve) => setTimeout(resolve, 40));
        throw new Error("late");
      },
    },
  );
  const began = performance.now();
  await failure(session.call(READ, {}));
  assert.ok(performance.now() - began < 400);
  assert.ok(sent >= 2 && sent < 9, String(sent));
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.deepEqual(warnings, Array<string>(told).fill("hook"));
});

test("so it does with those that wait: for a place, for the rate, for another attempt", async () => {
  for (const options of [{ concurrency: 1 }, { rateLimit: 0.001 }]) {
    const session = sessionOver(silent, options);
    const first = failure(session.call(READ, {}));
    const second = failure(session.call(WRITE, {}));
    setTimeout(() => {
      session.close();
    }, 5);
    assert.equal((await first)["mayHaveBeenSent"], true);
    const error = await second;
    assert.equal(error.constructor, errors.ClosedError);
    assert.deepEqual([error["mayHaveBeenSent"], error["action"]], [false, "DoIt"]);
  }
  const repeating = sessionOver(async () => Promise.resolve(answer("", 503)), { retries: 9 });
  const call = failure(repeating.call(READ, {}));
  setTimeout(() => {
    repeating.close();
  }, 20);
  assert.equal((await call).constructor, errors.ClosedError);
});

test("what is no option is refused by name, wherever it is given", async () => {
  for (const [options, says] of [
    [{ timout: 5 }, /^options of a call: there is no timout; there is extra, timeout/],
    [{ timeout: "5" }, /^timeout is not a number of seconds above 0/],
    [{ totalTimeout: 0 }, /^totalTimeout is not a number/],
    [{ strict: "yes" }, /^strict is not true or false/],
    [{ signal: {} }, /^signal is not an AbortSignal/],
    [null, /^options of a call is not an object/],
  ] as const) {
    const session = sessionOver(() => assert.fail("sent"));
    const error = await failure(session.call(READ, {}, options as object));
    assert.equal(error.constructor, errors.ConfigurationError, inspect(options));
    assert.match(error.message, says);
  }
  const session = sessionOver(() => assert.fail("sent"));
  const misspelt = { pagesize: 5 } as object;
  assert.throws(() => session.iterate(LIST, {}, misspelt), /options of a walk: there is no pagesize; .*pageSize/);
  assert.match((await failure(session.callUntyped("New", {}, { efect: 1 } as object))).message, /there is no efect/);
  for (const [options, says] of [
    [{ retries: { retrys: 5 } }, /^retries: there is no retrys; there is retries, firstDelay/],
    [{ retries: "2" }, /^retries is not an object/],
    [{ retries: { retries: "2" } }, /^retries is not a whole number/],
    [{ retries: { firstDelay: "2" } }, /^firstDelay is not/],
    [{ retries: { afterTimeout: 1 } }, /^afterTimeout is not true or false/],
    [{ retries: { statuses: 503 } }, /^statuses is not a list/],
    [{ retries: { statuses: ["503"] } }, /^statuses is not a list/],
    [{ strict: "yes" }, /^strict is not true or false/],
    [{ allowHttp: "no" }, /^allowHttp is not true or false/],
    [{ legacyLogin: 0 }, /^legacyLogin is not true or false/],
    [{ rateLimit: "5" }, /^rateLimit is not/],
    [{ userAgent: 5 }, /^userAgent is not/],
  ] as const) {
    assert.throws(
      () => new Session("https://a.example", CREDENTIALS, options as object),
      (error) => error instanceof errors.ConfigurationError && says.test(error.message),
      inspect(options),
    );
  }
});
