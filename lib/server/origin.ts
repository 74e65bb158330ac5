// Answers "did this write come from our own pages?" An absent Origin is refused (api: writes from a cookie).
import type { Actor } from "../governance/kernel/actor.ts";
import { Refusal, refuse } from "../governance/kernel/refusal.ts";
import { recordDenial } from "./invoke.ts";

/** `host` is the Host header as the browser sent it. */
export function requireSameOrigin(origin: string | null, host: string | null): void {
  const sameHost = origin !== null && URL.canParse(origin) && new URL(origin).host === host;
  if (!sameHost) throw refuse("kernel.foreign_origin", { origin: origin ?? "(absent)" });
}

/** For a download that is put on record: a link or an image on another site must not cause it. */
export function requireNoOtherSite(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  if (site === "cross-site") throw refuse("kernel.foreign_origin", { origin: headers.get("origin") ?? site });
}

/** The same for a write of somebody signed in: a refusal goes on record as denied, like every other (AUD-1, ORG-130). */
export async function requireOwnOrigin(
  sent: Headers,
  write: { readonly actor: Actor | null; readonly operation: string; readonly requestId: string },
): Promise<void> {
  try {
    requireSameOrigin(sent.get("origin"), sent.get("host"));
  } catch (error) {
    const { actor, operation, requestId } = write;
    if (error instanceof Refusal && actor !== null) await recordDenial(operation, error, actor, requestId);
    throw error;
  }
}
