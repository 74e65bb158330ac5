// Answers "did this write come from our own pages?" An absent Origin is refused (api: writes from a cookie).
import { refuse } from "../governance/kernel/refusal.ts";

/** `host` is the Host header as the browser sent it. */
export function requireSameOrigin(origin: string | null, host: string | null): void {
  const sameHost = origin !== null && URL.canParse(origin) && new URL(origin).host === host;
  if (!sameHost) throw refuse("kernel.foreign_origin", { origin: origin ?? "(absent)" });
}
