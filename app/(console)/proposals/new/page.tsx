import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { FindForm } from "@/components/ui/find-form";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { listModels } from "@/lib/governance/registry/operations/list-models";
import { readModel } from "@/lib/governance/registry/operations/read-model";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { DecommissionForm } from "./_components/decommission-form";
import { CannotBeDecommissioned, NoCandidates } from "./_components/no-candidates";
import { OtherWays } from "./_components/other-ways";

export const metadata: Metadata = { title: "Propose a decision" };

const MOST_CANDIDATES = 200;
/** From these alone a model can be decommissioned (REG-1). */
const ENDING = ["deprecated", "suspended"] as const;

export default async function NewProposalPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const given = await searchParams;
  const actor = await requireActor();
  if (!mayInvoke(actor, createProposal)) forbidden();
  const speaksForBoard = (["chair", "board_member", "admin"] as const).some((role) => actor.roles.includes(role));
  const q = readText(given, "q", 200) ?? "";
  const reference = readText(given, "model", 200) ?? "";
  const list = await pageQuery(listModels, {
    status: [...ENDING],
    ...(q === "" ? {} : { q }),
    ...(speaksForBoard ? {} : { owner: "me" }),
    limit: MOST_CANDIDATES,
  });
  const candidates = list.items.filter((model) => model.lockedByProposal === null);
  const isKnown = candidates.some((model) => model.reference === reference);
  const chosen = reference === "" || isKnown ? null : await pageQuery(readModel, { reference });
  const isCut = list.nextCursor !== null;
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.proposals.list()}>Votes</BackLink>}
        title="Propose to decommission a model"
        state="The board decides by vote; a model that is decommissioned cannot come back."
      />
      {chosen === null ? null : <CannotBeDecommissioned model={chosen} />}
      {isCut || q !== "" ? (
        <FindForm
          action={paths.proposals.create()}
          label="Find a model"
          q={q}
          isCut={isCut}
          cutHint="More models than the list below holds: narrow it by name or unit"
        />
      ) : null}
      {candidates.length === 0 ? (
        <NoCandidates isSearched={q !== ""} ownOnly={!speaksForBoard} />
      ) : (
        <DecommissionForm
          models={candidates.map(({ reference: value, name, version, unit, status }) => ({
            ...{ reference: value, name, version, unit, status },
          }))}
          chosen={isKnown ? reference : null}
        />
      )}
      <OtherWays />
    </>
  );
}
