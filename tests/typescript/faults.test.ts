/** Real servers on this machine that misbehave: what Node's own fetch makes of them, and we of that. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import test from "node:test";

import * as errors from "../../generated/typescript/src/errors.js";
import { Session } from "../../generated/typescript/src/runtime/session.js";
import { bodyOf, CREDENTIALS, failure, leaks, READ, SECRETS, serving, sessionOver, shown, WRITE } from "./support.js";

const PARAMS = { id: 5, password2: SECRETS.password2 };

function session(url: string, timeout = 5): Session {
  return new Session(url, CREDENTIALS, { timeout, retries: 0, onWarning: () => undefined });
}

/** Whatever TCP server `serve` makes, for as long as `use` runs. */
async function listening(serve: (socket: Socket) => void, use: (port: number) => Promise<void>): Promise<void> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    serve(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await use((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

async function portOfNobody(): Promise<number> {
  let found = 0;
  await listening(
    () => undefined,
    async (port) => {
      found = port;
      return Promise.resolve();
    },
  );
  return found;
}

function check(error: Error & Record<string, unknown>, kind: unknown, mayHaveBeenSent: boolean): void {
  assert.equal(error.constructor, kind, error.message);
  assert.equal(error["mayHaveBeenSent"], mayHaveBeenSent);
  assert.deepEqual(leaks(shown(error)), []);
}

test("nobody listens", async () => {
  const url = `http://127.0.0.1:${String(await portOfNobody())}`;
  const error = await failure(session(url).call(WRITE, PARAMS));
  check(error, errors.ConnectionFailedError, false);
  assert.match(error.message, /^DoIt: no connection to 127.0.0.1: ECONNREFUSED. Check the address/);
});

test("a name that nobody has", async () => {
  check(await failure(session("https://nobody.invalid").call(WRITE, PARAMS)), errors.ConnectionFailedError, false);
});

test("no TLS where TLS is expected", async () => {
  await listening(
    (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
    async (port) => {
      check(await failure(session(`https://127.0.0.1:${String(port)}`).call(WRITE, PARAMS)), errors.TlsError, false);
    },
  );
});

test("the server closes during the TLS handshake", async () => {
  await listening(
    (socket) => socket.once("data", () => socket.end()),
    async (port) => {
      check(await failure(session(`https://127.0.0.1:${String(port)}`).call(WRITE, PARAMS)), errors.TlsError, false);
    },
  );
});

test("a port that no fetch connects to", async () => {
  check(await failure(session("http://127.0.0.1:1").call(WRITE, PARAMS)), errors.ConnectionFailedError, false);
});

test("the connection is reset before the answer", async () => {
  await listening(
    (socket) => socket.once("data", () => socket.resetAndDestroy()),
    async (port) => {
      const error = await failure(session(`http://127.0.0.1:${String(port)}`).call(WRITE, PARAMS));
      check(error, errors.ConnectionLostError, true);
      assert.match(error.message, /look before you repeat it/);
    },
  );
});

test("the connection ends without an answer, and in the middle of one", async () => {
  const half = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"result":"succ';
  for (const content of ["", half]) {
    await listening(
      (socket) => socket.once("data", () => socket.end(content)),
      async (port) => {
        check(
          await failure(session(`http://127.0.0.1:${String(port)}`).call(READ, PARAMS)),
          errors.ConnectionLostError,
          true,
        );
      },
    );
  }
});

test("an answer that is no HTTP", async () => {
  await listening(
    (socket) => socket.once("data", () => socket.end("SSH-2.0-OpenSSH_9.6\r\n")),
    async (port) => {
      const error = await failure(session(`http://127.0.0.1:${String(port)}`).call(READ, PARAMS));
      assert.ok(error instanceof errors.TransportError && error.mayHaveBeenSent, error.message);
    },
  );
});

test("no answer, and one that drips", async () => {
  const drip = (socket: Socket): void => {
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    const timer = setInterval(() => socket.write(" "), 10);
    socket.once("close", () => {
      clearInterval(timer);
    });
  };
  for (const serve of [() => undefined, drip]) {
    await listening(
      (socket) =>
        socket.once("data", () => {
          serve(socket);
        }),
      async (port) => {
        const error = await failure(session(`http://127.0.0.1:${String(port)}`, 0.1).call(READ, PARAMS));
        check(error, errors.ReadTimeoutError, true);
      },
    );
  }
});

test("a redirect is not followed, and nothing is sent elsewhere", async () => {
  const elsewhere: string[] = [];
  await serving(
    (request, response) => {
      elsewhere.push(request.url ?? "");
      response.end();
    },
    async (other) => {
      for (const status of [301, 302, 303, 307, 308]) {
        await serving(
          (_, response) => {
            response.writeHead(status, { location: `${other}/x?secret=1` }).end();
          },
          async (url) => {
            const error = await failure(session(url).call(READ, PARAMS));
            check(error, errors.ResponseError, true);
            assert.match(error.message, new RegExp(`to ${other}/x \\(HTTP ${String(status)}\\)`));
          },
        );
      }
    },
  );
  assert.deepEqual(elsewhere, []);
});

test("a location that is no address takes nothing from the answer", async () => {
  for (const location of ["http://[::1", "javascript:alert(1)", "/".repeat(9000)]) {
    await serving(
      (_, response) => response.writeHead(302, { location }).end('{"result":"success","id":"7"}'),
      async (url) => {
        const it = (await session(url).call(READ, PARAMS)) as { id: number };
        assert.equal(it.id, 7);
      },
    );
  }
});

test("HTTP 304 sends us nowhere", async () => {
  await serving(
    (_, response) => response.writeHead(304).end(),
    async (url) => {
      const error = await failure(session(url).call(READ, PARAMS));
      check(error, errors.ResponseError, true);
      assert.match(error.message, /the answer is empty \(HTTP 304\)/);
    },
  );
});

test("a body that is not what its Content-Encoding says is an answer all the same", async () => {
  for (const encoding of ["gzip", "deflate", "br", "gzip, gzip"]) {
    let asked = 0;
    await serving(
      (request, response) => {
        asked += 1;
        void bodyOf(request).then((body) => response.writeHead(403, { "content-encoding": encoding }).end(body));
      },
      async (url) => {
        const client = new Session(url, CREDENTIALS, { onWarning: () => undefined });
        const error = await failure(client.call(READ, PARAMS));
        check(error, errors.ResponseError, true);
        assert.equal(error["status"], 403);
        assert.match(error.message, new RegExp(`the answer is not what its Content-Encoding says: ${encoding} `));
      },
    );
    assert.equal(asked, 1);
  }
});

test("what is sent: a form to the endpoint, nothing in the address", async () => {
  const seen: string[] = [];
  await serving(
    (request, response) => {
      void bodyOf(request).then((body) => {
        seen.push(`${request.method ?? ""} ${request.url ?? ""}`, body, request.headers["user-agent"] ?? "");
        response.end('{"result":"success","id":"7"}');
      });
    },
    async (url) => {
      const it = (await session(`${url}/billing`).call(READ, PARAMS)) as { id: number };
      assert.equal(it.id, 7);
    },
  );
  assert.equal(seen[0], "POST /billing/includes/api.php");
  assert.deepEqual(
    [...new URLSearchParams(seen[1])],
    [
      ["id", "5"],
      ["password2", SECRETS.password2],
      ["action", "GetIt"],
      ["identifier", SECRETS.identifier],
      ["secret", SECRETS.secret],
      ["accesskey", SECRETS.accesskey],
      ["responsetype", "json"],
    ],
  );
  assert.equal(seen[2], "whmcs-typescript");
});

test("a server that repeats all it was sent gives nothing away", async () => {
  const forms = [
    (body: string) => `<pre>${body}</pre>`,
    (body: string) => decodeURIComponent(body.replaceAll("+", " ")),
    (body: string) => JSON.stringify({ result: "error", message: decodeURIComponent(body.replaceAll("+", " ")) }),
    (body: string) => JSON.stringify({ result: "error", message: body }),
    (body: string) => JSON.stringify({ form: Object.fromEntries(new URLSearchParams(body)) }),
    (body: string) => JSON.stringify({ id: Object.fromEntries(new URLSearchParams(body)) }),
  ];
  for (const status of [200, 403, 500, 503]) {
    for (const form of forms) {
      await serving(
        (request, response) => {
          void bodyOf(request).then((body) => response.writeHead(status).end(form(body)));
        },
        async (url) => {
          const strict = new Session(url, CREDENTIALS, { strict: true, retries: 0 });
          const error = await failure(strict.call(READ, PARAMS));
          assert.deepEqual(leaks(shown(error)), [], error.message);
          assert.ok(String((error as unknown as errors.WhmcsError).body()).includes("canary"));
        },
      );
    }
  }
});

test("what Deno and workers say of connections, in words only", async () => {
  const deno = (says: string): Error => new TypeError("fetch failed", { cause: new Error(says) });
  const request = "error sending request for url (https://canary.example.com/): client error";
  const notCapable = Object.assign(new Error('Requires net access to "canary"'), { name: "NotCapable" });
  for (const [thrown, name, sent] of [
    [deno(`${request} (Connect): tcp connect error: Connection refused (os error 111)`), "ConnectionFailedError", false],
    [deno(`${request} (Connect): dns error: failed to lookup address information`), "ConnectionFailedError", false],
    [deno(`${request} (Connect): invalid peer certificate: UnknownIssuer`), "TlsError", false],
    [deno(`${request} (Connect): received corrupt message of type InvalidContentType`), "TlsError", false],
    [deno(`${request} (SendRequest): connection closed before message completed`), "ConnectionLostError", true],
    [deno("Connection reset by peer (os error 104)"), "ConnectionLostError", true],
    [new TypeError("error reading a body from connection"), "ConnectionLostError", true],
    [notCapable, "ConnectionFailedError", false],
    [new Error("Network connection lost."), "ConnectionLostError", true],
    [new Error("internal error; reference = canary"), "TransportError", true],
    [new Error("the server said: (Connect) canary"), "TransportError", true],
  ] as const) {
    const error = await failure(sessionOver(() => Promise.reject(thrown)).call(WRITE, {}));
    assert.deepEqual([error.name, error["mayHaveBeenSent"]], [name, sent], thrown.message);
    assert.ok(!shown(error).includes("canary"), error.message);
  }
});
