import { randomUUID } from "node:crypto";
import { receiveImport } from "@/lib/server/import-door";
import { findHttpActor, problemResponse } from "@/lib/server/to-route";

export async function POST(request: Request): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? randomUUID();
  try {
    const actor = await findHttpActor(request);
    const received = await receiveImport(request, actor, requestId);
    const headers = { "x-request-id": requestId, "cache-control": "no-store" };
    return Response.json(received, { status: 201, headers });
  } catch (error) {
    return problemResponse(error, { requestId, operation: "POST /models/import" });
  }
}
