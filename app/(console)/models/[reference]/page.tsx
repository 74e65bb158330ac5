import type { Metadata } from "next";
import { Section } from "@/components/ui/section";
import { LiveRefresh } from "@/lib/client/live";
import { listActions } from "@/lib/governance/meetings/operations/list-actions";
import { listGrants } from "@/lib/governance/policy/operations/list-grants";
import { readModel } from "@/lib/governance/registry/operations/read-model";
import { readPackage } from "@/lib/governance/registry/operations/read-package";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { listProposals } from "@/lib/governance/voting/operations/list-proposals";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { VoteLock } from "../_components/vote-lock";
import { DecisionsPart } from "./_components/decisions-part";
import { FactList } from "./_components/fact-list";
import { FollowUpsPart } from "./_components/follow-ups-part";
import { GrantsPart } from "./_components/grants-part";
import { HistoryPart } from "./_components/history-part";
import { ModelHeader } from "./_components/model-header";
import { OwnerPart } from "./_components/owner-part";
import { PackagesPart } from "./_components/packages-part";
import { ReviewPart } from "./_components/review-part";
import { RiskPart } from "./_components/risk-part";
import { ScorecardPart } from "./_components/scorecard-part";
import { SourceFacts } from "./_components/source-facts";
import { StatusPart } from "./_components/status-part";
import { TierPart } from "./_components/tier-part";

export const metadata: Metadata = { title: "Model" };

export default async function ModelPage({ params }: { params: Promise<{ reference: string }> }) {
  const [actor, { reference: typed }] = await Promise.all([requireActor(), params]);
  const model = await pageQuery(readModel, { reference: typed });
  const { reference, packages, openProposal } = model;
  const [newest] = packages;
  const [last, proposals, followUps, grants] = await Promise.all([
    newest === undefined ? null : pageQuery(readPackage, { reference, digest: newest.digest }),
    pageQuery(listProposals, { model: reference, limit: 20 }),
    pageQuery(listActions, { model: reference, status: ["open", "in_progress"], limit: 20 }),
    pageQuery(listGrants, { model: reference, limit: 20 }),
  ]);
  const decided = new Set(model.decisions.map((decision) => decision.proposal));
  const mayAudit = mayInvoke(actor, { permission: "audit.read", effect: "read" });
  return (
    <>
      <ModelHeader model={model} />
      {openProposal === null ? null : (
        <VoteLock proposal={openProposal} what="Its facts and its scorecard stay as they are until the result." />
      )}
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 lg:order-2 [&>section:first-child]:mt-0 [&>section:first-child]:border-t-0 [&>section:first-child]:pt-0">
          <StatusPart model={model} mayPropose={mayInvoke(actor, createProposal)} />
          <TierPart model={model} />
          <OwnerPart model={model} />
          <ReviewPart model={model} />
          <RiskPart model={model} />
        </div>
        <div className="min-w-0">
          <Section title="Facts" className="lg:mt-0 lg:border-t-0 lg:pt-0">
            <FactList model={model} />
          </Section>
          <ScorecardPart model={model} />
          <PackagesPart model={model} last={last} />
          <DecisionsPart model={model} proposals={proposals.items.filter((each) => !decided.has(each.reference))} />
          <GrantsPart items={grants.items} />
          <FollowUpsPart items={followUps.items} />
          <SourceFacts model={model} />
          <HistoryPart model={model} mayAudit={mayAudit} />
        </div>
      </div>
      <LiveRefresh references={[reference]} />
    </>
  );
}
