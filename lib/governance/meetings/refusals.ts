// Answers "why is a follow-up refused, and what would help?"
import { defineRefusals, refusal } from "../kernel/refusal.ts";

export const refuse = defineRefusals({
  "meetings.not_your_action": refusal<{ action: string; act: string }>({
    class: "forbidden",
    title: "This follow-up is not yours",
    detail: (f) => `Only the assignee, an admin or the chair may ${f.act} \`${f.action}\``,
    hint: () => "Ask the assignee, or an admin",
  }),
  "meetings.act_not_open": refusal<{ action: string; act: string; status: string; allowed: readonly string[] }>({
    class: "conflict",
    title: "This follow-up cannot change that way now",
    detail: (f) => `\`${f.action}\` is \`${f.status}\`; ${f.act} is not possible`,
    hint: (f) => (f.allowed.length > 0 ? `Possible: ${f.allowed.join(", ")}` : "It is finished and stays as it is"),
  }),
});
