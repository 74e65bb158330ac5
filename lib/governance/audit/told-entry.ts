// Answers "what may this reader see of an entry, and how is it told?" (AUD-105, AUD-108).
import { type Actor, assessPermission } from "../kernel/actor.ts";
import type { StoredEntry } from "./audit-entry.ts";
import { toAuditEntry } from "./audit-entry.ts";
import type { ToldEntry } from "./schema.ts";
import { type NameOf, tellActor, tellEntry, tellSubject } from "./sentence.ts";

/** Personal data is for those who may read it; a key needs the scope as well. */
export function mayReadPersonal(actor: Actor): boolean {
  return assessPermission(actor, { permission: "audit.read_personal", effect: "read" }).outcome === "allowed";
}

export function toToldEntry(
  stored: StoredEntry,
  reader: { readonly nameOf: NameOf; readonly seesPersonal: boolean },
): ToldEntry {
  const entry = toAuditEntry(stored);
  const { nameOf, seesPersonal } = reader;
  const isWithheld = entry.personalState === "present" && !seesPersonal;
  return {
    ...entry,
    ...(isWithheld ? { personalState: "withheld", personal: null } : {}),
    sentence: tellEntry(entry, nameOf),
    actorName: tellActor(entry.actor, nameOf),
    subjectName: tellSubject(entry.subject, nameOf),
  };
}
