// Answers "why can the log not give that?" (AUD-4, AUD-5).
import { defineRefusals, refusal } from "../kernel/refusal.ts";

export const refuse = defineRefusals({
  "audit.size_out_of_range": refusal<{ size: number; latest: number }>({
    class: "unprocessable",
    title: "The log is not that long",
    detail: (f) => `There is no state of the log with ${f.size} entries: it has ${f.latest}`,
    hint: (f) => `Ask for a size from 0 to ${f.latest}`,
  }),
  "audit.log_empty": refusal<Record<string, never>>({
    class: "conflict",
    title: "Nothing is recorded yet",
    detail: () => "The log has no entries, so there is nothing to sign or to export",
    hint: () => "Try again after the first act",
  }),
  "audit.personal_not_permitted": refusal<Record<string, never>>({
    class: "forbidden",
    title: "Personal data is not yours to export",
    detail: () => "An export with personal data needs the permission `audit.read_personal`",
    hint: () => "Export without personal data: every proof still holds",
  }),
  "audit.evidence_unreadable": refusal<{ cause: string }>({
    class: "unprocessable",
    title: "This is neither a receipt nor a checkpoint",
    detail: (f) => `It cannot be checked: ${f.cause}`,
    hint: () => "Paste the whole file, from its first to its last character",
  }),
  "audit.organization_unnamed": refusal<Record<string, never>>({
    class: "unprocessable",
    title: "Which organisation?",
    detail: () => "This installation keeps one log for each of its organisations",
    hint: () => "Name one with `?organization=` and its id, as it stands in every receipt and export",
  }),
  "audit.nothing_to_erase": refusal<{ reference: string }>({
    class: "conflict",
    title: "There is nothing to erase",
    detail: (f) => `Entry \`${f.reference}\` holds no personal data`,
  }),
});
