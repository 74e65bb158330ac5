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
  "audit.personal_already_erased": refusal<{ reference: string }>({
    class: "conflict",
    title: "There is nothing to erase",
    detail: (f) => `Entry \`${f.reference}\` holds no personal data`,
  }),
});
