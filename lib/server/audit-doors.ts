// The doors of the record that answer no JSON or need nobody signed in: the export as a stream, the public checkpoint,
// and the verifier itself. Everything else of it goes through the table of routes.
import "server-only";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FIRST_CHAIN } from "../governance/audit/evidence-export.ts";
import { prepareExport } from "../governance/audit/operations/prepare-export.ts";
import { readCheckpoint } from "../governance/audit/operations/read-checkpoint.ts";
import { readExportPage } from "../governance/audit/operations/read-export-page.ts";
import { refuse as refuseAudit } from "../governance/audit/refusals.ts";
import { AuditExportInput, type PreparedExport } from "../governance/audit/schema.ts";
import type { Actor } from "../governance/kernel/actor.ts";
import { refuse } from "../governance/kernel/refusal.ts";
import { findOrganizations } from "./installation.ts";
import { invoke } from "./invoke.ts";
import { log } from "./log.ts";
import { requireNoOtherSite } from "./origin.ts";
import { currentActor } from "./request.ts";
import { addressOf } from "./throttle.ts";
import { findHttpActor, problemResponse } from "./to-route.ts";

const PART_ENTRIES = 500;

type Asked = { readonly requestId: string; readonly query: Record<string, string> };

/** Opens a GET door: its query, and a problem for everything that is refused. */
async function open(
  request: Request,
  known: readonly string[],
  answer: (asked: Asked) => Promise<Response>,
): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? randomUUID();
  const { pathname, searchParams } = new URL(request.url);
  try {
    const unknown = [...searchParams.keys()].find((name) => !known.includes(name));
    if (unknown !== undefined) throw refuse("kernel.malformed", { cause: `\`${unknown}\` is not a parameter of this` });
    return await answer({ requestId, query: Object.fromEntries(searchParams) });
  } catch (error) {
    return problemResponse(error, { requestId, operation: `GET ${pathname}` });
  }
}

/** The whole log as a file, in constant memory. It records itself first, so another site must not cause it. */
export function answerExport(request: Request): Promise<Response> {
  return open(request, ["personal"], async ({ requestId, query }) => {
    requireNoOtherSite(request.headers);
    const actor = await findHttpActor(request);
    const prepared = await invoke(prepareExport, { actor, input: query, requestId });
    const { personal } = AuditExportInput.parse(query);
    const lines = exportLines({ actor, requestId, prepared, personal });
    return new Response(toStream(lines, requestId), {
      headers: {
        "content-type": "application/jsonl; charset=utf-8",
        "content-disposition": `attachment; filename="${prepared.fileName}"`,
        "cache-control": "no-store",
        "x-request-id": requestId,
      },
    });
  });
}

type Export = {
  readonly actor: Actor;
  readonly requestId: string;
  readonly prepared: PreparedExport;
  readonly personal: "include" | "withhold";
};

async function* exportLines({ actor, requestId, prepared, personal }: Export): AsyncGenerator<string> {
  yield prepared.header;
  let chain: string = Buffer.from(FIRST_CHAIN).toString("hex");
  for (let from = 1; from <= prepared.size; from += PART_ENTRIES) {
    const to = Math.min(from + PART_ENTRIES - 1, prepared.size);
    const page = await invoke(readExportPage, { actor, input: { from, to, chain, personal }, requestId });
    yield page.lines;
    chain = page.chain;
  }
}

/** Reads on when the other side has taken what was there. A failure cuts the file short, which its verifier names. */
function toStream(lines: AsyncGenerator<string>, requestId: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await lines.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      } catch (error) {
        log().error({ err: error, requestId }, "an export was cut short");
        controller.error(error);
      }
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

/** Signed size and root for anybody (AUD-111); `format=note` gives the bare note, as the verifier takes it. */
export function answerCheckpoint(request: Request): Promise<Response> {
  return open(request, ["organization", "format"], async ({ requestId, query }) => {
    const { format = "json", ...named } = query;
    if (format !== "json" && format !== "note") {
      throw refuse("kernel.malformed", { cause: "`format` is json or note" });
    }
    const actor = await findWitness(request, named.organization);
    const answer = await invoke(readCheckpoint, { actor, input: named, requestId });
    const headers = { "cache-control": "no-store", "x-request-id": requestId };
    if (format === "json") return Response.json(answer, { headers });
    const disposition = `attachment; filename="checkpoint-${answer.size}.txt"`;
    return new Response(answer.checkpoint, {
      headers: { ...headers, "content-type": "text/plain; charset=utf-8", "content-disposition": disposition },
    });
  });
}

/** Whoever asks, in the organisation whose log is meant. */
async function findWitness(request: Request, named: string | undefined): Promise<Actor> {
  const known = request.headers.has("authorization") ? await findHttpActor(request) : await currentActor();
  if (known !== null && (named === undefined || named === known.organizationId)) return known;
  const organizationId = await findLog(named);
  return { kind: "anonymous", organizationId, address: addressOf(request.headers) };
}

/** The organisation that somebody means who is not signed in. */
export async function findLog(named: string | undefined): Promise<string> {
  const organizations = await findOrganizations();
  if (named === undefined) {
    const [only, ...others] = organizations;
    if (only !== undefined && others.length === 0) return only.id;
    throw only === undefined
      ? refuse("kernel.not_found", { subject: "organisation", reference: "(none yet)" })
      : refuseAudit("audit.organization_unnamed", {});
  }
  const found = organizations.find((each) => each.id === named);
  if (found === undefined) throw refuse("kernel.not_found", { subject: "organisation", reference: named });
  return found.id;
}

/** The file that an auditor keeps: the same one that stands in the sources. */
export async function answerVerifier(): Promise<Response> {
  // The server is started in the project's folder; a path beside this module would be lost in the build.
  const source = await readFile(join(process.cwd(), "bin/audit-verify.mjs"));
  return new Response(source, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "content-disposition": 'attachment; filename="audit-verify.mjs"',
      "cache-control": "no-cache",
    },
  });
}
