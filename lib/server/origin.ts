// Answers "did this write come from our own pages?" An absent Origin is refused (api: writes from a cookie).
import { refuse } from "../governance/kernel/refusal.ts";

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
