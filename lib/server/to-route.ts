// Opens operations over HTTP (api.md): who asks, what they send, what they get. One table of routes (`http-routes.ts`)
// feeds this door, the OpenAPI document and the test that holds the two together.
import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { refuse } from "../governance/kernel/refusal.ts";
import { findKeyActor } from "./actor.ts";
import { findRoute, type HttpRoute } from "./http-routes.ts";
import { invoke } from "./invoke.ts";
import { requireOwnOrigin } from "./origin.ts";
import { toProblemAnswer } from "./problem.ts";
import { currentActor } from "./request.ts";
import { readJsonBody } from "./request-body.ts";
import { throttleKeyChecks } from "./throttle.ts";

/** Answers one request below /api/governance. */
export async function answerHttp(request: Request, segments: readonly string[]): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? randomUUID();
  const path = `/${segments.join("/")}`;
  try {
    const found = findRoute(request.method, segments);
    if (found === null)
      throw refuse("kernel.not_found", {
        subject: "route",
        reference: `${request.method} ${path}`,
      });
    const actor = await findHttpActor(request, { operation: found.route.operation.name, requestId });
    const input = {
      ...(await readInput(request, found.route)),
      ...found.parameters,
    };
    const value = await invoke(found.route.operation, {
      actor,
      input,
      requestId,
    });
    return Response.json(value, {
      status: found.route.status ?? 200,
      headers: { "x-request-id": requestId, "cache-control": "no-store" },
    });
  } catch (error) {
    return problemResponse(error, {
      requestId,
      operation: `${request.method} ${path}`,
    });
  }
}

type Asked = { readonly operation: string; readonly requestId: string };

/** The key's person, or the session's; a key that does not hold is refused even when a session is there. */
export async function findHttpActor(request: Request, asked: Asked = askedBy(request)): Promise<PersonActor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const [scheme = "", presented = ""] = authorization.split(" ", 2);
    const actor = scheme.toLowerCase() === "bearer" ? await findKeyActor(presented) : null;
    await throttleKeyChecks(request.headers, actor !== null);
    if (actor === null) throw refuse("kernel.sign_in_required", {});
    return actor;
  }
  const actor = await currentActor();
  if (actor === null) throw refuse("kernel.sign_in_required", {});
  if (request.method !== "GET") await requireOwnOrigin(request.headers, { ...asked, actor });
  return actor;
}

/** For doors of their own, which open several operations. */
function askedBy(request: Request): Asked {
  const requestId = request.headers.get("x-request-id") ?? randomUUID();
  return { operation: `${request.method} ${new URL(request.url).pathname}`, requestId };
}

async function readInput(request: Request, route: HttpRoute): Promise<Record<string, unknown>> {
  if (request.method === "GET") return readQuery(new URL(request.url).searchParams, route);
  const body = await readJsonBody(request);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw refuse("kernel.malformed", {
      cause: "the body must be a JSON object",
    });
  }
  return body as Record<string, unknown>;
}

/** Query parameters are text; the route's schema says which are numbers, flags or lists. Unknown ones are refused (400). */
function readQuery(parameters: URLSearchParams, route: HttpRoute): Record<string, unknown> {
  const shape = route.operation.input instanceof z.ZodObject ? route.operation.input.shape : {};
  const query: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    if (!Object.hasOwn(shape, name))
      throw refuse("kernel.malformed", {
        cause: `\`${name}\` is not a parameter of this list`,
      });
    const values = parameters.getAll(name);
    query[name] = toTyped(
      z.toJSONSchema(shape[name] as z.ZodType, {
        io: "input",
        unrepresentable: "any",
      }),
      values,
    );
  }
  return query;
}

function toTyped(schema: z.core.JSONSchema.BaseSchema, values: readonly string[]): unknown {
  const [first = ""] = values;
  switch (schema.type) {
    case "integer":
    case "number":
      return first.trim() === "" ? first : Number(first);
    case "boolean":
      return first === "true" ? true : first === "false" ? false : first;
    case "array":
      return values;
    default:
      return values.length === 1 ? first : values;
  }
}

export function problemResponse(error: unknown, context: { requestId: string; operation: string }): Response {
  const { body, ...init } = toProblemAnswer(error, context);
  return new Response(body, init);
}
