/** Calls over a function in the place of fetch: how often, how fast, how long, and who is told. */

import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import test from "node:test";
import { inspect } from "node:util";

import * as errors from "../../generated/typescript/src/errors.js";
import type { CallEvent, Warning } from "../../generated/typescript/src/runtime/hooks.js";
import { pageNextStart, pageTotal } from "../../generated/typescript/src/runtime/paging.js";
import { Session } from "../../generated/typescript/src/runtime/session.js";
import { answer, CREDENTIALS, failure, leaks, LIST, PatientClock, READ, sessionOver, WRITE } from "./support.js";

const OK = { result: "success", id: 1 };

test("a read is sent again, a write never", async () => {
  for (const [operation, expected] of [
    [READ, 3],
    [WRITE, 1],
  ] as const) {
    let sent = 0;
    const clock = new PatientClock();
    const session = sessionOver(async () => Promise.resolve(answer("", ++sent < 3 ? 503 : 503)), { retries: 2 }, clock);
    const error = await failure(session.call(operation, {}));
    assert.ok(error instanceof errors.ServerUnavailableError);
    assert.ok(error instanceof errors.UnavailableError);
    assert.ok(error instanceof errors.ApiError);
    assert.ok(!(error instanceof errors.NotFoundError));
    assert.equal(sent, expected);
    assert.deepEqual(clock.slept, operation === READ ? [0.5, 1] : []);
  }
});

test("the tree of errors is what instanceof says", () => {
  const unavailable = new errors.ServerUnavailableError("x");
  assert.ok(unavailable instanceof errors.ResponseError && unavailable instanceof errors.UnavailableError);
  assert.ok(!(new errors.ResponseError("x") instanceof errors.ApiError));
  assert.ok(new errors.UnavailableError("x") instanceof errors.ApiError);
  assert.ok(!(new errors.NotFoundError("x") instanceof errors.UnavailableError));
  assert.ok(new errors.TlsError("x") instanceof errors.TransportError);
  for (const [name, kind] of Object.entries(errors)) {
    assert.equal(new kind("x").name, name);
    assert.ok(new kind("x") instanceof errors.WhmcsError);
  }
});

/** A fetch that never answers, and may not even listen to its signal. */
const silent = (): Promise<Response> => new Promise(() => undefined);

test("an attempt ends when its time is over, though fetch does not listen", async () => {
  const error = await failure(sessionOver(silent, { timeout: 0.02 }).call(WRITE, {}));
  assert.equal(error.constructor, errors.ReadTimeoutError);
  assert.equal(error["mayHaveBeenSent"], true);
  assert.match(error.message, /^DoIt: no answer within 0.02 s. The call may have been carried out: look before/);
});

test("a body that drips ends with the attempt as well", async () => {
  let hasEnded = false;
  const dripping = new ReadableStream({
    pull: async (to) => {
      await new Promise((go) => setTimeout(go, 5));
      if (hasEnded) {
        to.close();
      } else {
        to.enqueue(new Uint8Array(1));
      }
    },
  });
  const session = sessionOver(async () => Promise.resolve(new Response(dripping)), { timeout: 0.05 });
  assert.equal((await failure(session.call(READ, {}))).constructor, errors.ReadTimeoutError);
  hasEnded = true;
});

test("the caller's signal ends a call, with its own reason: sent, waiting, or before", async () => {
  for (const options of [{}, { rateLimit: 0.001 }, { concurrency: 1 }]) {
    const session = sessionOver(silent, options);
    if ("concurrency" in options || "rateLimit" in options) {
      void session.call(READ, {}, { timeout: 0.05 }).catch(() => undefined);
    }
    for (const reason of [new Error("no longer wanted"), "why", null, 5]) {
      const controller = new AbortController();
      const call = session.call(WRITE, {}, { signal: controller.signal });
      setTimeout(() => {
        controller.abort(reason);
      }, 5);
      assert.equal(await failure(call), reason);
      assert.equal(await failure(session.call(WRITE, {}, { signal: controller.signal })), reason);
    }
  }
  const repeating = sessionOver(async () => Promise.resolve(answer("", 503)), { retries: 9 });
  const controller = new AbortController();
  const call = repeating.call(READ, {}, { signal: controller.signal });
  setTimeout(() => {
    controller.abort("why");
  }, 20);
  assert.equal(await failure(call), "why");
});

test("a signal has one listener for all calls, and none when they are over", async () => {
  const session = sessionOver(silent);
  const { signal } = new AbortController();
  const calls = Array.from({ length: 20 }, () => session.call(READ, {}, { signal, timeout: 0.05 }));
  assert.equal(getEventListeners(signal, "abort").length, 1);
  await Promise.allSettled(calls);
  assert.equal(getEventListeners(signal, "abort").length, 0);
});

test("a limit of calls at once holds, and a call that fails gives its place away", async () => {
  let [now, most] = [0, 0];
  const session = sessionOver(
    async () => {
      most = Math.max(most, ++now);
      await new Promise((go) => setTimeout(go, 2));
      now -= 1;
      return answer("", 500);
    },
    { concurrency: 3 },
  );
  const ended = await Promise.allSettled(Array.from({ length: 12 }, () => session.call(WRITE, {})));
  assert.equal(ended.filter(({ status }) => status === "rejected").length, 12);
  assert.equal(most, 3);
});

test("a rate spaces calls evenly", async () => {
  const clock = new PatientClock();
  const session = sessionOver(async () => Promise.resolve(answer(OK)), { rateLimit: 4 }, clock);
  await session.call(READ, {});
  await session.call(READ, {});
  await session.call(READ, {});
  assert.deepEqual(clock.slept, [0.25, 0.25]);
});

test("the hook is told of every request and of nothing secret; one that fails stops nothing", async () => {
  const [events, warnings]: [CallEvent[], Warning[]] = [[], []];
  let sent = 0;
  const session = sessionOver(
    async () => Promise.resolve(sent++ === 0 ? answer("", 502) : answer(OK)),
    {
      retries: 1,
      onWarning: (warning) => warnings.push(warning),
      hook: async (event) => {
        events.push(event);
        await Promise.resolve();
        throw new Error("password-canary-3");
      },
    },
    new PatientClock(),
  );
  await session.call(READ, { id: 5, password2: "password-canary-3" });
  assert.deepEqual(
    events.map(({ attempt, status, outcome, error }) => [attempt, status, outcome, error]),
    [
      [1, 502, "retry", "ServerUnavailableError"],
      [2, 200, "success", null],
    ],
  );
  assert.deepEqual(
    warnings.map(({ kind, action }) => [kind, action]),
    [
      ["hook", "GetIt"],
      ["hook", "GetIt"],
    ],
  );
  assert.deepEqual(leaks(inspect([events, warnings])), []);
});

test("what is deprecated is told, and the call goes on", async () => {
  const told: string[] = [];
  const old = {
    ...READ,
    deprecated: "use GetThem",
    params: [{ wire: "a", kind: "text", deprecated: "use b" }] as const,
  };
  const session = sessionOver(async () => Promise.resolve(answer(OK)), {
    onWarning: ({ message }) => told.push(message),
  });
  await session.call(old, { a: "x" });
  assert.deepEqual(told, ["GetIt is deprecated: use GetThem", "GetIt: a is deprecated: use b"]);
});

test("an unknown parameter is refused before anything is sent", async () => {
  const session = sessionOver(() => assert.fail("sent"));
  const error = await failure(session.call(READ, { idd: 1 }));
  assert.equal(error.constructor, errors.ParameterError);
  assert.match(error.message, /^GetIt: there is no parameter idd; .* extra/);
  assert.equal((await failure(session.call(READ, [1]))).constructor, errors.ParameterError);
  assert.equal((await failure(session.callUntyped("a\nb"))).constructor, errors.ParameterError);
});

test("a Date is refused with the text that the parameter takes", async () => {
  const session = sessionOver(async () => Promise.resolve(answer({ result: "success" })));
  for (const [kind, text] of [
    ["date", "2026-01-31"],
    ["datetime", "2026-01-31 07:08:09"],
  ] as const) {
    const operation = { ...READ, params: [{ wire: "when", kind }] } as typeof READ;
    const error = await failure(session.call(operation, { when: new Date(0) }));
    assert.ok(error.message.includes(`"${text}", not a Date`), error.message);
    await session.call(operation, { when: text });
  }
});

test("parameters may be a Map anywhere, and nothing without names", async () => {
  const bodies: string[] = [];
  const session = sessionOver(async (_, { body }) => {
    bodies.push(typeof body === "string" ? body : "");
    return Promise.resolve(answer({ result: "success" }));
  });
  const params = new Map([["limitnum", 5]]);
  await session.call(LIST, params);
  await session.callUntyped("New", params, { extra: { more: 1 } });
  const status = { ...LIST, params: [...LIST.params, { wire: "status", kind: "text" }] } as typeof LIST;
  await session.iterate(status, new Map([["status", "Paid"]])).next();
  assert.ok(["limitnum=5", "limitnum=5&more=1", "status=Paid"].every((part, index) => bodies[index]?.startsWith(part)));
  for (const wrong of [5, "clientid", [1]]) {
    assert.equal((await failure(session.callUntyped("New", wrong as object))).constructor, errors.ParameterError);
    assert.throws(() => session.iterate(LIST, wrong as object), errors.ParameterError);
  }
});

test("a name that is given twice, or is none, is refused before anything is sent", async () => {
  const session = sessionOver(() => assert.fail("sent"));
  const twice = await failure(session.callUntyped("New", { a: 1 }, { extra: { a: 2 } }));
  assert.equal(twice.message, "New: a is given twice");
  for (const key of [null, undefined, Symbol("a"), { a: 1 }, NaN]) {
    for (const wrong of [new Map([[key, 1]]), new Map([[key, undefined]])]) {
      const error = await failure(session.call(READ, {}, { extra: wrong as object as Record<string, unknown> }));
      assert.match(error.message, /^GetIt: the name of a parameter is text or a whole number, not /);
      assert.throws(() => session.iterate(LIST, wrong), errors.ParameterError);
    }
  }
});

test("a closed client calls no more", async () => {
  const session = sessionOver(async () => Promise.resolve(answer(OK)));
  session.close();
  assert.equal((await failure(session.call(READ, {}))).constructor, errors.ClosedError);
});

test("a session shows where it calls, and no credential", () => {
  const session = sessionOver(silent);
  assert.equal(
    inspect(session),
    "Session(https://billing.example.com/includes/api.php, identifier + secret + accesskey)",
  );
  assert.deepEqual(
    leaks(inspect(session, { showHidden: true, depth: 9 }) + JSON.stringify({ session }) + String(session)),
    [],
  );
});

test("options that make no sense are refused", () => {
  for (const options of [
    { timeout: 0 },
    { timeout: NaN },
    { timeout: 30_000 },
    { timeout: "5" as unknown as number },
    { totalTimeout: -1 },
    { retries: -1 },
    { retries: 1.5 },
    { retries: { firstDelay: -1 } },
    { retries: { longestDelay: Infinity } },
    { rateLimit: 0 },
    { rateLimit: NaN },
    { concurrency: 0 },
    { concurrency: 1.5 },
    { userAgent: "a\nb" },
    { hook: 5 as unknown as () => void },
    { fetch: "x" as unknown as () => Promise<Response> },
  ]) {
    assert.throws(
      () => new Session("https://a.example", CREDENTIALS, options),
      errors.ConfigurationError,
      inspect(options),
    );
  }
});

test("a page knows the total and where the next one begins; a walk ends", async () => {
  const rows = Array.from({ length: 5 }, (_, index) => ({ id: index + 1 }));
  const starts: (string | null)[] = [];
  const session = sessionOver(async (_, { body }) => {
    const form = new URLSearchParams(typeof body === "string" ? body : "");
    const [start, size] = [Number(form.get("limitstart")), Number(form.get("limitnum"))];
    starts.push(form.get("limitstart"));
    return Promise.resolve(
      answer({ result: "success", totalresults: "5", rows: { row: rows.slice(start, start + size) } }),
    );
  });
  const page = (await session.call(LIST, { limitstart: 2, limitnum: 2 })) as object;
  assert.deepEqual([pageTotal(page), pageNextStart(page)], [5, 4]);
  const last = (await session.call(LIST, { limitstart: 4, limitnum: 2 })) as object;
  assert.deepEqual([pageTotal(last), pageNextStart(last)], [5, null]);
  const found: unknown[] = [];
  for await (const row of session.iterate(LIST, {}, { pageSize: 2 })) {
    found.push((row as { id: number }).id);
  }
  assert.deepEqual(found, [1, 2, 3, 4, 5]);
  assert.deepEqual(starts.slice(2), ["0", "2", "4"]);
});

test("the size of a page is an option of a walk, and no parameter", async () => {
  const session = sessionOver(async () => Promise.resolve(answer({ result: "success", rows: "" })));
  for (const params of [{ limitnum: 100 }, new Map([["limitnum", "100"]]), { limitstart: 5, limitnum: 0 }]) {
    assert.throws(
      () => session.iterate(LIST, params, { pageSize: 5 }),
      (error) => error instanceof errors.ParameterError && /^GetList: limitnum is .* pageSize/.test(error.message),
    );
  }
  await session.iterate(LIST, { limitstart: 5, limitnum: undefined }).next();
});
