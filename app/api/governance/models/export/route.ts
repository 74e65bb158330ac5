import { randomUUID } from "node:crypto";
import { exportModels } from "@/lib/governance/registry/operations/export-models";
import { fileResponse } from "@/lib/server/file-response";
import { invoke } from "@/lib/server/invoke";
import { requireNoOtherSite } from "@/lib/server/origin";
import { findHttpActor, problemResponse } from "@/lib/server/to-route";

export async function GET(request: Request): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? randomUUID();
  try {
    requireNoOtherSite(request.headers);
    const actor = await findHttpActor(request);
    const input = Object.fromEntries(new URL(request.url).searchParams);
    return fileResponse(await invoke(exportModels, { actor, input, requestId }), requestId);
  } catch (error) {
    return problemResponse(error, { requestId, operation: "GET /models/export" });
  }
}
