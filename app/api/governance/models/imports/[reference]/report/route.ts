import { randomUUID } from "node:crypto";
import { downloadImportReport } from "@/lib/governance/registry/operations/download-import-report";
import { fileResponse } from "@/lib/server/file-response";
import { invoke } from "@/lib/server/invoke";
import { findHttpActor, problemResponse } from "@/lib/server/to-route";

type Context = { params: Promise<{ reference: string }> };

export async function GET(request: Request, context: Context): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? randomUUID();
  try {
    const actor = await findHttpActor(request);
    const input = await context.params;
    return fileResponse(await invoke(downloadImportReport, { actor, input, requestId }), requestId);
  } catch (error) {
    return problemResponse(error, { requestId, operation: "GET /models/imports/{reference}/report" });
  }
}
