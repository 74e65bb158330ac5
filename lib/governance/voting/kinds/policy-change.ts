// A governance policy is made, changed or retired (POL-4): by the full board, or by the members with the weight of their
// trust. Both are one payload and one effect.
import { PolicyChange } from "../../policy/policy-content.ts";
import type { PolicyChangeKind } from "../../policy/schema.ts";
import type { KindContext, KindDefinition, KindReading } from "./kind.ts";

const toDefinition = (summary: string): KindDefinition => ({
  summary,
  way: { by: "form", title: "{change}", fields: [{ type: "policy_content", name: "change", label: "What changes" }] },
  input: PolicyChange,
  read: readChange,
});

export const policyChange = toDefinition("Make, change or retire a governance policy, by the full board");
export const policyByTrust = toDefinition("Make, change or retire a governance policy, by the members");

const VERBS: Readonly<Record<PolicyChangeKind, string>> = { create: "Adopt", change: "Change", retire: "Retire" };

function readChange(payload: unknown): KindReading {
  const change = PolicyChange.parse(payload);
  const { policy, content, baseVersion } = change;
  const nameOf = ({ named }: KindContext) => named.policy ?? content?.name ?? policy ?? "";
  const next = (baseVersion ?? 0) + 1;
  return {
    model: null,
    subject: policy ?? "a new policy",
    effect: { type: "change_policy", change },
    grounds: null,
    ask: (context) => `${VERBS[change.change]} the policy “${nameOf(context)}”?`,
    describeEffect: (context) => {
      const name = nameOf(context);
      if (change.change === "retire") {
        return {
          sentence: `“${name}” no longer holds; what it said stays on record.`,
          items: [{ what: "Policy", before: `version ${baseVersion}`, after: "retired" }],
        };
      }
      return {
        sentence: `Version ${next} of “${name}” is on record with the result${content?.mode === "shadow" ? ", in shadow: it decides nothing yet" : ""}.`,
        items: [
          { what: "Policy", before: baseVersion === null ? null : `version ${baseVersion}`, after: `version ${next}` },
        ],
      };
    },
  };
}
