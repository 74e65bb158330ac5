// Answers "why is an act on a policy or a grant refused, and what would help?"
import { defineRefusals, refusal } from "../kernel/refusal.ts";

export const refuse = defineRefusals({
  "policy.stale_base": refusal<{ policy: string; baseVersion: number; version: number }>({
    class: "conflict",
    title: "Another version of the policy is there by now",
    detail: (f) => `The change is based on version ${f.baseVersion} of \`${f.policy}\`; the latest is ${f.version}`,
    hint: () => "Compare the two versions and propose the change anew",
  }),
  "policy.retired": refusal<{ policy: string }>({
    class: "conflict",
    title: "The policy is retired",
    detail: (f) => `\`${f.policy}\` is retired and takes no further change`,
    hint: () => "Propose a new policy",
  }),
  "policy.grant_not_in_force": refusal<{ grant: string; state: string }>({
    class: "conflict",
    title: "It is over already",
    detail: (f) => `\`${f.grant}\` is ${f.state === "revoked" ? "ended" : "expired"}; there is nothing to end`,
  }),
  "policy.renewal_pending": refusal<{ grant: string }>({
    class: "conflict",
    title: "A renewal is proposed already",
    detail: (f) => `The renewal of \`${f.grant}\` is drafted or open for voting`,
    hint: () => "It is decided there; withdraw it to propose other terms",
  }),
});
