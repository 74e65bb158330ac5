// Reads a request's JSON body up to a limit, whatever its Content-Length says.
import { refuse } from "../governance/kernel/refusal.ts";

export const JSON_LIMIT_BYTES = 1_048_576;
/** No input of ours comes near; deeper ones exhaust the stack of whoever walks them. */
const JSON_LIMIT_LEVELS = 64;

/** The body as bytes; refuses as soon as it grows past the limit. */
export async function readBodyBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      throw refuse("kernel.too_large", { limitBytes });
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** JSON of at most 1 MiB; an empty body counts as `{}`. */
export async function readJsonBody(request: Request): Promise<unknown> {
  return readJson(await readBodyBytes(request, JSON_LIMIT_BYTES), request.headers.get("content-type") ?? "");
}

export function readJson(bytes: Uint8Array, type: string): unknown {
  if (bytes.byteLength === 0) return {};
  if (!/^application\/([\w.+-]+\+)?json\b/iu.test(type)) {
    throw refuse("kernel.malformed", {
      cause: "the Content-Type must be application/json",
    });
  }
  const body = parseJson(bytes);
  if (isDeeperThan(body, JSON_LIMIT_LEVELS)) {
    throw refuse("kernel.malformed", { cause: `the body is nested deeper than ${JSON_LIMIT_LEVELS} levels` });
  }
  return body;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refuse("kernel.malformed", { cause: "the body is not JSON in UTF-8" });
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
  return false;
}
