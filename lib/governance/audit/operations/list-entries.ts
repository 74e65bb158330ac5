import { defineOperation } from "../../../db/operation.ts";
import { toAuditEntry } from "../audit-entry.ts";
import { loadNames } from "../reader-store.ts";
import { AuditList, AuditListInput } from "../schema.ts";
import { peopleIn } from "../sentence.ts";
import { loadEntries } from "../store.ts";
import { mayReadPersonal, toToldEntry } from "../told-entry.ts";

export const listEntries = defineOperation({
  name: "audit.list_entries",
  summary: "The record, newest first, by area or action, actor, subject, outcome and time",
  permission: "audit.read",
  effect: "read",
  input: AuditListInput,
  output: AuditList,
  async run({ input, actor, tx }) {
    const found = await loadEntries(tx.db, input);
    const page = found.slice(0, input.limit);
    const names = await loadNames(
      tx.db,
      page.flatMap((stored) => peopleIn(toAuditEntry(stored))),
    );
    const reader = { nameOf: (id: string) => names.get(id) ?? null, seesPersonal: mayReadPersonal(actor) };
    const last = page.at(-1);
    return {
      items: page.map((stored) => toToldEntry(stored, reader)),
      nextCursor: found.length > page.length && last !== undefined ? String(last.number) : null,
    };
  },
});
