import { answerVerifier } from "@/lib/server/audit-doors";

export function GET(): Promise<Response> {
  return answerVerifier();
}
