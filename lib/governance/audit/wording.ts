// Answers "which words does a sentence about an entry use?" (AUD-108).
import type { Json } from "../kernel/audit-event.ts";
import type { AuditOutcome } from "./schema.ts";

/** What the words of an act may use. */
export type ActFacts = {
  readonly subject: string;
  readonly details: Readonly<Record<string, Json>>;
  readonly outcome: AuditOutcome;
  readonly isOwn: boolean;
  /** The detail as text; empty when it is not there. */
  readonly text: (name: string) => string;
  readonly number: (name: string) => number;
  readonly words: (name: string) => string;
  readonly list: (name: string) => string;
  readonly person: (name: string) => string;
};

/** "under_review" -> "under review"; "registry.affects_rights" -> "affects rights" */
export function toWords(code: string): string {
  return (code.split(".").at(-1) ?? code).replace(/[_-]+/gu, " ").trim();
}

/** plural(1, "model") -> "1 model" */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
