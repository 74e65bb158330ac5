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
  "meetings.date_passed": refusal<{ dueAt: string }>({
    class: "unprocessable",
    title: "This date has passed",
    detail: (f) => `\`${f.dueAt}\` is not ahead`,
    hint: () => "Choose a later date",
  }),
  "meetings.not_your_escalation": refusal<{ escalation: string }>({
    class: "forbidden",
    title: "This escalation is not yours to answer",
    detail: (f) =>
      `Only the board, an admin, the assignee or who answers for its model or venture may date a review of \`${f.escalation}\``,
    hint: () => "Ask the chair to assign it to you",
  }),
  "meetings.escalation_resolved": refusal<{ escalation: string }>({
    class: "conflict",
    title: "This is resolved",
    detail: (f) => `\`${f.escalation}\` is resolved and stays as it is`,
    hint: () => "Raise it again: that begins a new episode",
  }),
  "meetings.unknown_assignee": refusal<Record<string, never>>({
    class: "unprocessable",
    title: "The assignee is no member",
    detail: () => "Follow-ups are given to active members of the organisation",
  }),
});
