// Answers "why do notifications refuse this, and what would help?"
import { defineRefusals, refusal } from "../kernel/refusal.ts";

export const refuse = defineRefusals({
  "notifications.mail_in_hand": refusal<{ delivery: string }>({
    class: "conflict",
    title: "This mail is being sent",
    detail: (f) => `Somebody else is sending mail \`${f.delivery}\``,
    hint: () => "It is tried again by itself",
  }),
  "notifications.mail_not_failed": refusal<{ delivery: string; state: string }>({
    class: "conflict",
    title: "Only a failed mail is sent again",
    detail: (f) => `Mail \`${f.delivery}\` is \`${f.state}\``,
    hint: () => "A mail that is queued or retrying is tried again by itself",
  }),
  "notifications.attempt_superseded": refusal<{ delivery: string; attempt: number; latest: number }>({
    class: "conflict",
    title: "A later attempt is under way",
    detail: (f) => `Attempt ${f.attempt} of mail \`${f.delivery}\` was superseded by attempt ${f.latest}`,
  }),
});
