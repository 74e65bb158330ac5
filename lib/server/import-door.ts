// The door for inventories over HTTP (api.md: `POST /models/import`): a multipart form with `file` and, to import at once,
// `mapping` (JSON, or the name of a saved mapping). Without a mapping the file is uploaded, and its columns are the answer.
import "server-only";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { Refusal, refuse } from "../governance/kernel/refusal.ts";
import { type ImportColumns, type ImportView, LARGEST_FILE_BYTES } from "../governance/registry/import/view.ts";
import { listMappings } from "../governance/registry/operations/list-mappings.ts";
import { startImport } from "../governance/registry/operations/start-import.ts";
import { uploadImport } from "../governance/registry/operations/upload-import.ts";
import { invoke } from "./invoke.ts";
import { readMultipartForm } from "./multipart-body.ts";

const MAPPING_BYTES = 1_048_576;
const ENVELOPE_BYTES = 65_536;

export async function receiveImport(
  request: Request,
  actor: PersonActor,
  requestId: string,
): Promise<ImportColumns | ImportView> {
  const form = await readMultipartForm(request, LARGEST_FILE_BYTES + MAPPING_BYTES + ENVELOPE_BYTES);
  const unknown = [...form.keys()].find((name) => name !== "file" && name !== "mapping");
  if (unknown !== undefined) throw refuse("kernel.malformed", { cause: `\`${unknown}\` is not a part of this form` });
  const file = form.get("file");
  if (!(file instanceof File)) {
    throw refuse("kernel.invalid_input", { fields: ["file"] }, [
      { path: "file", code: "missing", message: "Send the inventory as the file part `file`" },
    ]);
  }
  const mapping = await readMapping(form.get("mapping"), actor, requestId);
  const content = new Uint8Array(await file.arrayBuffer());
  const input = { fileName: file.name || "inventory.csv", content };
  const uploaded = await invoke(uploadImport, { actor, requestId, input }).catch(nameThePart);
  if (mapping === null) return uploaded;
  const { reference, contentDigest } = uploaded;
  return invoke(startImport, { actor, requestId, input: { reference, contentDigest, mapping } });
}

/** What is wrong with the operation's `content` is, to whoever sent the form, wrong with its part `file`. */
function nameThePart(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  const errors = error.errors.map((field) => (field.path === "content" ? { ...field, path: "file" } : field));
  const { code, refusalClass, facts, title, detail, hint } = error;
  throw new Refusal({ code, class: refusalClass, facts, title, detail, hint, errors });
}

async function readMapping(part: FormDataEntryValue | null, actor: PersonActor, requestId: string): Promise<unknown> {
  const text = part instanceof File ? await part.text() : part;
  if (text === null || text.trim() === "") return null;
  if (text.trimStart().startsWith("{")) {
    try {
      return JSON.parse(text);
    } catch {
      throw refuse("kernel.malformed", { cause: "the part `mapping` is not JSON" });
    }
  }
  const { items } = await invoke(listMappings, { actor, requestId, input: {} });
  const saved = items.find(({ name }) => name === text.trim());
  if (saved === undefined)
    throw refuse("kernel.not_found", { subject: "mapping", reference: text.trim().slice(0, 120) });
  return saved.mapping;
}
