import type { Metadata } from "next";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { listProposals } from "@/lib/governance/voting/operations/list-proposals";
import { readProposal } from "@/lib/governance/voting/operations/read-proposal";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { PackContents } from "./_components/pack-contents";
import { PackSheet } from "./_components/pack-sheet";
import { PackState } from "./_components/pack-state";
import { PrintPack } from "./_components/print-pack";

export const metadata: Metadata = { title: "Board pack" };

/** More would be a book; the rest is a page of the list away. */
const MOST = 60;

/** Every open proposal as one document: a sheet of its own for each, in the order of the deadlines. */
export default async function BoardPackPage() {
  const [reader, open] = await Promise.all([requireActor(), pageQuery(listProposals, { group: "open", limit: MOST })]);
  // One after the other: a pack is long, and others wait for the database too.
  const proposals: ProposalView[] = [];
  for (const { reference } of open.items) {
    const proposal = await pageQuery(readProposal, { reference });
    if (proposal.state === "open") proposals.push(proposal);
  }
  return (
    <>
      <PageHeader
        decided
        above={
          <span className="print:hidden">
            <BackLink href={paths.proposals.list()}>Votes</BackLink>
          </span>
        }
        title="Board pack"
        state={<PackState proposals={proposals} hasMore={open.nextCursor !== null} reader={reader.name} />}
        act={proposals.length === 0 ? undefined : <PrintPack />}
      />
      <PackContents proposals={proposals} />
      {proposals.map((proposal, index) => (
        <PackSheet key={proposal.reference} proposal={proposal} number={index + 1} of={proposals.length} />
      ))}
    </>
  );
}
