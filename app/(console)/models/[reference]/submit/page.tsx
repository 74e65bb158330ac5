import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { StatusBadge } from "@/components/governance/status-badge";
import { TierBadge } from "@/components/governance/tier-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readModel } from "@/lib/governance/registry/operations/read-model";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelView } from "@/lib/governance/registry/view";
import { readKind } from "@/lib/governance/voting/operations/read-kind";
import { submitModel } from "@/lib/governance/voting/operations/submit-model";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { VoteLock } from "../../_components/vote-lock";
import { SubmissionForm } from "./_components/submission-form";

export const metadata: Metadata = { title: "Scorecard" };

export default async function SubmitPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const [actor, model, { defaults }] = await Promise.all([
    requireActor(),
    pageQuery(readModel, { reference }),
    pageQuery(readKind, { kind: "model_approval" }),
  ]);
  const { acts, tier, status, scorecard, review } = model;
  const isTheirs = acts.isOwn || actor.roles.includes("admin");
  if (!isTheirs || !mayInvoke(actor, submitModel)) forbidden();
  return (
    <>
      <PageHeader
        above={
          <>
            <BackLink href={paths.models.detail(model.reference)}>{toModelTitle(model)}</BackLink>{" "}
            <span className="font-mono text-xs">{model.reference}</span>
          </>
        }
        title="Scorecard"
        state={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TierBadge tier={tier} />
            <StatusBadge status={status} />
            <span>Eight criteria, each with a score, a justification and evidence; saved while you type.</span>
          </span>
        }
      />
      <SubmissionForm
        model={{ reference: model.reference, tier, status, scorecard, review, acts }}
        defaults={defaults}
        closed={<Closed model={model} />}
      />
    </>
  );
}

function Closed({ model }: { model: ModelView }) {
  if (model.openProposal !== null) {
    return <VoteLock proposal={model.openProposal} what="The scorecard stays as it was submitted." />;
  }
  return (
    <EmptyState
      title="The scorecard takes no changes now"
      action={<LinkButton href={paths.models.detail(model.reference)}>Back to the model</LinkButton>}
    >
      {model.status === "suspended"
        ? "A suspended model stays as it is until the suspension is lifted."
        : "A decommissioned model stays as it was."}
    </EmptyState>
  );
}
