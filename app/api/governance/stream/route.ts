import { randomUUID } from "node:crypto";
import { findKeyActor, findSessionActor } from "@/lib/server/actor";
import { streamChanges } from "@/lib/server/change-events";
import { findHttpActor, problemResponse } from "@/lib/server/to-route";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await findHttpActor(request);
    const presented = request.headers.get("authorization")?.split(" ", 2)[1] ?? "";
    const { sessionId } = actor;
    const find = () => (sessionId === null ? findKeyActor(presented) : findSessionActor(sessionId));
    return streamChanges({ actor, signal: request.signal, isStillAllowed: async () => (await find()) !== null });
  } catch (error) {
    const requestId = request.headers.get("x-request-id") ?? randomUUID();
    return problemResponse(error, { requestId, operation: "GET /stream" });
  }
}
