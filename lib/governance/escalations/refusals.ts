// Answers "why is this refused, and what would help?" Every refusing verdict code of this area has its line.
import { defineRefusals, refusal } from "../kernel/refusal.ts";

type Subject = { readonly escalation: string };

export const refuse = defineRefusals({
  "escalations.not_yours": refusal<Subject & { act: string }>({
    class: "forbidden",
    title: "This escalation is not yours to answer",
    detail: (f) =>
      `Only the board, an admin, the assignee or who answers for its model or venture may ${f.act} \`${f.escalation}\``,
    hint: () => "Ask the chair to assign it to you",
  }),
  "escalations.already_acknowledged": refusal<Subject & { by: string; at: string }>({
    class: "conflict",
    title: "This is acknowledged already",
    detail: (f) => `\`${f.escalation}\` was acknowledged by ${f.by}`,
    hint: () => "Assign it to somebody else, or resolve it",
  }),
  "escalations.not_acknowledged": refusal<Subject>({
    class: "conflict",
    title: "This is not acknowledged",
    detail: (f) => `\`${f.escalation}\` is open: there is no acknowledgement to take back`,
  }),
  "escalations.already_resolved": refusal<Subject>({
    class: "conflict",
    title: "This is resolved",
    detail: (f) => `\`${f.escalation}\` is resolved and stays as it is`,
    hint: () => "Raise it again: that begins a new episode, linked to this one",
  }),
  "escalations.review_required": refusal<Subject & { severity: string }>({
    class: "conflict",
    title: "A post-incident review comes first",
    detail: (f) => `\`${f.escalation}\` is ${f.severity}: it is resolved after its post-incident review is recorded`,
    hint: () => "Record timeline, root cause, impact, actions, lessons and policy updates",
  }),
  "escalations.review_recorded": refusal<Subject>({
    class: "conflict",
    title: "The review is on record",
    detail: (f) => `The post-incident review of \`${f.escalation}\` is on record and is not rewritten`,
  }),
  "escalations.review_not_needed": refusal<Subject & { severity: string }>({
    class: "conflict",
    title: "No post-incident review is needed",
    detail: (f) => `\`${f.escalation}\` is ${f.severity}: post-incident reviews are for high and critical ones`,
    hint: () => "Say what was done in its resolution",
  }),
  "escalations.review_missing": refusal<Subject>({
    class: "conflict",
    title: "There is no review to sign",
    detail: (f) => `\`${f.escalation}\` has no post-incident review yet`,
    hint: () => "Record it first",
  }),
  "escalations.review_signed": refusal<Subject>({
    class: "conflict",
    title: "The review is signed already",
    detail: (f) => `The post-incident review of \`${f.escalation}\` is signed`,
  }),
  "escalations.undo_too_late": refusal<Subject>({
    class: "conflict",
    title: "This can no longer be taken back",
    detail: (f) => `Only who acknowledged \`${f.escalation}\` takes that back, within five minutes`,
    hint: () => "Assign it to somebody else, or resolve it",
  }),
  "escalations.unknown_subject": refusal<{ what: string; reference: string }>({
    class: "unprocessable",
    title: "There is no such subject",
    detail: (f) => `There is no ${f.what} \`${f.reference}\` in this organisation`,
    hint: () => "Choose one that exists, or leave it out",
  }),
  "escalations.unknown_member": refusal<Record<string, never>>({
    class: "unprocessable",
    title: "The assignee cannot answer for it",
    detail: () => "Escalations are assigned to active members who may act; auditors and advisors change nothing",
    hint: () => "Choose somebody else",
  }),
  "escalations.unknown_proposal": refusal<{ proposal: string }>({
    class: "unprocessable",
    title: "There is no such proposal",
    detail: (f) => `There is no proposal \`${f.proposal}\` in this organisation`,
    hint: () => "Create the proposal first, then link it",
  }),
  "escalations.unknown_scope": refusal<{ scope: string }>({
    class: "unprocessable",
    title: "There is no such scope",
    detail: (f) => `\`${f.scope}\` is neither a level nor a portfolio or venture of this organisation`,
    hint: () => "Use `ecosystem`, `portfolio`, `venture`, or the reference of a portfolio or venture",
  }),
  "escalations.silence_over": refusal<{ silence: string }>({
    class: "conflict",
    title: "This silence is over",
    detail: (f) => `\`${f.silence}\` has ended`,
  }),
});
