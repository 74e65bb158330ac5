import Link from "next/link";
import { Day } from "@/components/governance/grant-marks";
import { POLICY_STANDING_LABELS, RESIDUAL_RISK_LABELS } from "@/components/governance/policy-labels";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { paths } from "@/lib/client/paths";
import type { GrantView } from "@/lib/governance/policy/view";

const asWritten = (text: string) => <p className="max-w-read whitespace-pre-wrap">{text}</p>;

function toTerms({ granted, policy }: GrantView): Definition[] {
  if (granted.kind === "risk_acceptance") {
    const { risk, residualRisk, residualExplanation, measures } = granted.terms;
    return [
      { term: "Risk", value: asWritten(risk) },
      {
        term: "Residual risk",
        value: (
          <>
            <p className="font-medium">{RESIDUAL_RISK_LABELS[residualRisk]}</p>
            {asWritten(residualExplanation)}
          </>
        ),
      },
      {
        term: "Compensating measures",
        value: (
          <ul className="max-w-read list-disc space-y-0.5 pl-5 marker:text-ink-faint">
            {measures.map((measure) => (
              <li key={measure}>{measure}</li>
            ))}
          </ul>
        ),
      },
    ];
  }
  const { rule, limits } = granted.terms;
  return [
    { term: "Exception from", value: asWritten(rule) },
    ...(policy === null ? [] : [{ term: "Policy", value: <PolicyLink policy={policy} /> }]),
    { term: "Limits", value: asWritten(limits) },
  ];
}

function PolicyLink({ policy }: { policy: NonNullable<GrantView["policy"]> }) {
  return (
    <>
      <Link className="link" href={paths.policies.detail(policy.reference)}>
        {policy.name}
      </Link>
      {policy.isRetired ? (
        <span className="text-ink-muted">, {POLICY_STANDING_LABELS.retired.toLowerCase()}</span>
      ) : null}
    </>
  );
}

/** What the board let stand, as it was decided. */
export function GrantTerms({ grant }: { grant: GrantView }) {
  const { model, matter } = grant;
  const subject =
    model === null ? (
      matter
    ) : (
      <Link className="link" href={paths.models.detail(model.reference)}>
        {matter}
      </Link>
    );
  return (
    <DefinitionList
      items={[
        { term: "For", value: subject },
        ...toTerms(grant),
        { term: "Last day", value: <Day day={grant.until} /> },
      ]}
    />
  );
}
