import { OutcomeBadge } from "@/components/governance/outcome-badge";
import { StatusBadge } from "@/components/governance/status-badge";
import { TierBadge } from "@/components/governance/tier-badge";
import { CopyDigest } from "@/components/ui/copy-digest";
import { LinkButton } from "@/components/ui/link-button";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelView } from "@/lib/governance/registry/view";

/** Name, one line of state, and the one act that brings it on. */
export function ModelHeader({ model }: { model: ModelView }) {
  return (
    <PageHeader
      above={
        <>
          <BackLink href={paths.models.list()}>Models</BackLink>{" "}
          <CopyDigest value={model.reference} what="reference" whole className="text-xs" />
        </>
      }
      title={toModelTitle(model)}
      state={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <TierBadge tier={model.tier} />
          <StatusBadge status={model.status} />
          {model.provisional === null ? null : <OutcomeBadge outcome="provisional" />}
          <span>risk {model.riskScore}</span>
          <span>{model.unit}</span>
        </span>
      }
      more={model.acts.canEdit ? <LinkButton href={paths.models.edit(model.reference)}>Edit facts</LinkButton> : null}
      act={<PrimaryAct model={model} />}
    />
  );
}

function PrimaryAct({ model }: { model: ModelView }) {
  if (model.openProposal !== null) {
    return (
      <LinkButton tone="primary" href={paths.proposals.detail(model.openProposal.reference)}>
        Open the proposal
      </LinkButton>
    );
  }
  if (!model.acts.canSubmit) return null;
  const isComplete = model.scorecard.completeness.outcome === "complete";
  return (
    <LinkButton tone="primary" href={paths.models.submit(model.reference)}>
      {isComplete ? "Submit" : "Fill in the scorecard"}
    </LinkButton>
  );
}
