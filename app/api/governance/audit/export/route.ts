import { answerExport } from "@/lib/server/audit-doors";

export function GET(request: Request): Promise<Response> {
  return answerExport(request);
}
