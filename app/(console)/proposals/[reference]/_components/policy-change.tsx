import Link from "next/link";
import { SectionRows } from "@/components/governance/charter-difference";
import { POLICY_MODE_LABELS, POLICY_TYPE_LABELS } from "@/components/governance/policy-labels";
import { MarkdownText } from "@/components/ui/markdown";
import { paths } from "@/lib/client/paths";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { Part } from "./part";

/** What a change of a policy changes, beside the version it is based on; of a new one the whole text. */
export function PolicyChange({ proposal }: { proposal: ProposalView }) {
  const { policyChange, state } = proposal;
  if (policyChange === null) return null;
  const { change, policy, baseVersion, isBaseCurrent, rows } = policyChange;
  const isUndecided = state === "draft" || state === "open";
  const isNew = change === "create";
  return (
    <Part name={isNew ? "What it says" : "What changes"}>
      {isUndecided && !isBaseCurrent ? (
        <p className="mb-2 font-medium text-rejected">
          Version {baseVersion} is no longer the latest, so this cannot be carried out. Withdraw it and propose it anew.
        </p>
      ) : null}
      {isNew ? (
        <NewPolicy change={policyChange} />
      ) : (
        <SectionRows
          rows={rows}
          before={`Version ${baseVersion}`}
          after={change === "retire" ? "Retired" : `Version ${(baseVersion ?? 0) + 1}, as proposed`}
        />
      )}
      {policy === null ? null : (
        <p className="mt-2 text-ink-muted">
          <Link className="link" href={paths.policies.detail(policy, { version: baseVersion })}>
            Version {baseVersion} in full
          </Link>
        </p>
      )}
    </Part>
  );
}

/** The whole text: what people read, the rules, and how it is to hold. */
function NewPolicy({ change }: { change: NonNullable<ProposalView["policyChange"]> }) {
  const { content, said } = change;
  if (content === null || said === null) return null;
  const facts = [POLICY_TYPE_LABELS[content.type], said.scope, said.effect, POLICY_MODE_LABELS[content.mode]];
  return (
    <div className="max-w-read">
      <p className="font-medium">{content.name}</p>
      <MarkdownText className="text-sm leading-6">{content.statement}</MarkdownText>
      {said.rules.length === 0 ? null : (
        <ol className="mt-2 list-decimal space-y-1 pl-6 marker:text-ink-muted">
          {said.rules.map((words, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rules of a proposal never change, and two may say the same
            <li key={index}>{words}</li>
          ))}
        </ol>
      )}
      <p className="mt-2 text-ink-muted">
        {facts.join(" · ")} · priority {content.priority}
        {content.active ? "" : " · switched off"}
      </p>
    </div>
  );
}
