// Reads a request's multipart form up to a limit, whatever its Content-Length says.
import { refuse } from "../governance/kernel/refusal.ts";
import { readBodyBytes } from "./request-body.ts";

/** Refuses what is no multipart form. */
export async function readMultipartForm(request: Request, limitBytes: number): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/iu.test(type)) {
    throw refuse("kernel.malformed", { cause: "the Content-Type must be multipart/form-data" });
  }
  const bytes = await readBodyBytes(request, limitBytes);
  try {
    return await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  } catch {
    throw refuse("kernel.malformed", { cause: "the body is not a multipart form" });
  }
}
