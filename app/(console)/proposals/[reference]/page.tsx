import type { Metadata } from "next";
import { cn } from "@/components/ui/class-names";
import { listMembers } from "@/lib/governance/board/operations/list-members";
import { readModel } from "@/lib/governance/registry/operations/read-model";
import { readProposal } from "@/lib/governance/voting/operations/read-proposal";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { Acts } from "./_components/acts";
import { Matter } from "./_components/matter";
import { PrintButton } from "./_components/print-button";
import { ProposalHeader } from "./_components/proposal-header";
import { RatifiedDecision } from "./_components/ratified-decision";
import { Result } from "./_components/result";
import { Standing } from "./_components/standing";
import { Voters } from "./_components/voters";
import { YourPlace } from "./_components/your-place";

type Params = Promise<{ reference: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await params).reference.toUpperCase() };
}

/** Everything a decision needs on one screen (look.md, “the heart”), and on paper one sheet of the board pack. */
export default async function ProposalPage({ params }: { params: Params }) {
  const { reference } = await params;
  const [actor, proposal] = await Promise.all([requireActor(), pageQuery(readProposal, { reference })]);
  const isInForce = proposal.outcome === "approved" || proposal.outcome === "conditional";
  const model =
    isInForce && proposal.package !== null && proposal.model !== null
      ? await pageQuery(readModel, { reference: proposal.model.reference })
      : null;
  const { allegeConflict } = proposal.mine.acts;
  const seats = allegeConflict.isAllowed
    ? (await pageQuery(listMembers, { state: "in_office", limit: 200 })).items
    : [];
  const isDraft = proposal.state === "draft";
  // A draft that was withdrawn or cancelled has no board that voted or did not.
  const isUnasked = proposal.openedAt === null && !isDraft;
  return (
    <article>
      <ProposalHeader proposal={proposal} />
      <RatifiedDecision proposal={proposal} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr] print:block">
        {isDraft || isUnasked ? null : (
          <div className="space-y-6 lg:col-start-2 print:my-4">
            <Standing proposal={proposal} />
            <YourPlace proposal={proposal} userId={actor.userId} />
          </div>
        )}
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Result proposal={proposal} nextReviewAt={model?.review.nextReviewAt ?? null} />
          <Matter proposal={proposal} />
        </div>
        <div className={cn("space-y-6 lg:col-start-2", (isDraft || isUnasked) && "lg:row-span-2 lg:row-start-1")}>
          {isUnasked ? null : <Voters proposal={proposal} />}
          <Acts
            proposal={proposal}
            userId={actor.userId}
            isChair={actor.roles.includes("chair")}
            isAdmin={actor.roles.includes("admin")}
            seats={seats}
          />
          <div className="border-t border-line pt-2 print:hidden">
            <PrintButton />
          </div>
        </div>
      </div>
    </article>
  );
}
