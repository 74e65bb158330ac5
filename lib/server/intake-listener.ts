// Takes raises over HTTP in a process of its own (`npm run intake`): the operations, keys, answers and problems of the web
// process's doors for POST /escalations and /escalations/batch, and nothing else. Whoever is answered is on disk.
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { database } from "../db/client.ts";
import { Refusal, refuse } from "../governance/kernel/refusal.ts";
import { gatherRaise, type Raising } from "./intake-gathering.ts";
import { PEER_HEADER } from "./peer-address.ts";
import { toProblemAnswer } from "./problem.ts";
import { JSON_LIMIT_BYTES, readJson } from "./request-body.ts";
import { throttleKeyChecks } from "./throttle.ts";

export type IntakeListener = { readonly address: string; readonly stop: () => Promise<void> };

const DOORS: Readonly<Record<string, { readonly kind: Raising["kind"]; readonly status: number }>> = {
  "POST /api/governance/escalations": { kind: "single", status: 201 },
  "POST /api/governance/escalations/batch": { kind: "batch", status: 200 },
};
const HEALTH = "GET /api/health";

export async function startIntake(place: { readonly host: string; readonly port: number }): Promise<IntakeListener> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(place.port, place.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${place.host.includes(":") ? `[${place.host}]` : place.host}:${port}`,
    /** What was begun is answered first. */
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await closed;
    },
  };
}

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = request.headers["x-request-id"]?.toString() ?? randomUUID();
  const asked = `${request.method} ${request.url?.split("?", 1)[0]}`;
  const { status, headers, body } = await answerAsked(request, { asked, requestId }).catch((error: unknown) =>
    toProblemAnswer(error, { requestId, operation: asked }),
  );
  // What was refused before it was read to its end is not read on.
  if (!request.complete) response.setHeader("connection", "close");
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

type Asked = { readonly asked: string; readonly requestId: string };

async function answerAsked(request: IncomingMessage, { asked, requestId }: Asked): Promise<Answer> {
  const headers = { "content-type": "application/json", "x-request-id": requestId, "cache-control": "no-store" };
  if (asked === HEALTH) {
    await database().pool.query("SELECT 1");
    return { status: 200, headers, body: JSON.stringify({ status: "ok" }) };
  }
  const door = DOORS[asked];
  if (door === undefined) throw refuse("kernel.not_found", { subject: "route", reference: asked });
  const [scheme = "", presented = ""] = (request.headers.authorization ?? "").split(" ", 2);
  const input = readJson(await readBytes(request), request.headers["content-type"] ?? "");
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw refuse("kernel.malformed", { cause: "the body must be a JSON object" });
  }
  try {
    if (scheme.toLowerCase() !== "bearer") throw refuse("kernel.sign_in_required", {});
    const raising = { presented, kind: door.kind, input: input as Record<string, unknown>, requestId };
    return { status: door.status, headers, body: JSON.stringify(await gatherRaise(raising)) };
  } catch (error) {
    if (error instanceof Refusal && error.code === "kernel.sign_in_required") await countFailure(request);
    throw error;
  }
}

async function countFailure({ headers, socket }: IncomingMessage): Promise<void> {
  const seen = new Headers({ [PEER_HEADER]: socket.remoteAddress ?? "" });
  const forwarded = headers["x-forwarded-for"];
  if (forwarded !== undefined) seen.set("x-forwarded-for", forwarded.toString());
  await throttleKeyChecks(seen, false);
}

/** Refuses as soon as the body grows past the limit, whatever its Content-Length says. */
async function readBytes(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Uint8Array;
    size += bytes.byteLength;
    if (size > JSON_LIMIT_BYTES) throw refuse("kernel.too_large", { limitBytes: JSON_LIMIT_BYTES });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
