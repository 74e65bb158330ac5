import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { EmptyState } from "@/components/ui/empty-state";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { listKinds } from "@/lib/governance/voting/operations/list-kinds";
import { readKind } from "@/lib/governance/voting/operations/read-kind";
import { ProposalKind } from "@/lib/governance/voting/schema";
import { openDoors } from "@/lib/server/form-doors";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { KindChooser } from "./_components/kind-chooser";
import { loadForm } from "./_components/load-form";
import { CannotBeChosen, findEmptyField, NothingToChoose } from "./_components/nothing-to-choose";
import { ProposalForm } from "./_components/proposal-form";

export const metadata: Metadata = { title: "Propose a decision" };

export default async function NewProposalPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, given] = await Promise.all([requireActor(), searchParams]);
  if (!mayInvoke(actor, createProposal)) forbidden();
  const named = (name: string) => readText(given, name, 200) ?? "";
  // A link that names a model and no kind means its decommissioning.
  const kind = ProposalKind.safeParse(given.kind).data ?? (named("model") === "" ? undefined : "decommission");
  if (kind === undefined) return <Chooser isChair={actor.roles.includes("chair")} escalation={named("escalation")} />;
  const view = await pageQuery(readKind, { kind });
  const { doors, speaksForBoard } = openDoors(actor);
  const { options, chosen, unavailable } = await loadForm(view.fields, named, doors);
  const empty = findEmptyField(view.fields, options);
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.proposals.create()}>What can be proposed</BackLink>}
        title={`Propose: ${PROPOSAL_KIND_LABELS[kind].toLowerCase()}`}
        state={`${view.summary}.`}
      />
      {unavailable === null ? null : (
        <CannotBeChosen model={unavailable} field={view.fields.find((field) => field.type === "model")} />
      )}
      {view.why !== null || view.ownWay !== null ? (
        <EmptyState title={view.why === null ? "It comes about in another way" : "You cannot propose this"}>
          {view.why ?? view.ownWay}
        </EmptyState>
      ) : empty !== null ? (
        <NothingToChoose field={empty} ownOnly={!speaksForBoard} />
      ) : (
        <ProposalForm key={kind} kind={view} options={options} chosen={chosen} />
      )}
    </>
  );
}

async function Chooser({ isChair, escalation }: { isChair: boolean; escalation: string }) {
  const { items } = await pageQuery(listKinds, {});
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.proposals.list()}>Votes</BackLink>}
        title="Propose a decision"
        state="What is to be decided? Each form says who decides it, and by which rule, before anything is sent."
      />
      <KindChooser kinds={items} isChair={isChair} escalation={escalation} />
    </>
  );
}
