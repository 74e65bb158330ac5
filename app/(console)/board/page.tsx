import type { Metadata } from "next";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { listMembers } from "@/lib/governance/board/operations/list-members";
import { readBoard } from "@/lib/governance/board/operations/read-board";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { ConflictList } from "./_components/conflict-list";
import { DeclareConflict } from "./_components/declare-conflict";
import { EmptyBoard } from "./_components/empty-board";
import { ExpiringTerms } from "./_components/expiring-terms";
import { FormerMembers } from "./_components/former-members";
import { MemberTable } from "./_components/member-table";
import { QuorumSentence } from "./_components/quorum-sentence";
import { TermTimeline } from "./_components/term-timeline";
import { VacantSeats } from "./_components/vacant-seats";

export const metadata: Metadata = { title: "Board" };

export default async function BoardPage() {
  const [actor, board, seats] = await Promise.all([
    requireActor(),
    pageQuery(readBoard, {}),
    pageQuery(listMembers, { limit: 200 }),
  ]);
  const isAdmin = actor.roles.includes("admin");
  const own = board.members.find((member) => member.userId === actor.userId) ?? null;
  const declarable = isAdmin ? board.members : own === null ? [] : [own];
  const former = seats.items.filter((seat) => !board.members.some((member) => member.reference === seat.reference));
  const appoint = (
    <LinkButton tone="primary" href={paths.board.appoint()}>
      Seat a member
    </LinkButton>
  );
  if (board.members.length === 0 && former.length === 0) {
    const invite = <LinkButton href={paths.people.invite()}>Invite people</LinkButton>;
    const acts = (
      <>
        {appoint} {invite}
      </>
    );
    return <EmptyBoard roles={board.roles} act={isAdmin ? acts : null} />;
  }
  const declare =
    declarable.length === 0 ? null : <DeclareConflict seats={declarable} ownReference={own?.reference ?? null} />;
  return (
    <>
      <PageHeader
        title="Board"
        state={<QuorumSentence capability={board.capability} />}
        act={isAdmin ? appoint : null}
      />
      <MemberTable members={board.members} />
      <VacantSeats vacancies={board.vacancies} roles={board.roles} canSeat={isAdmin} />
      <ExpiringTerms terms={board.expiringTerms} canSeat={isAdmin} />
      {board.members.length === 0 ? null : (
        <Section title="Terms" note="From the start of each term to the first day out of office">
          <TermTimeline members={board.members} at={board.at} />
        </Section>
      )}
      <Section title="Declared conflicts of interest" act={declare}>
        <ConflictList
          conflicts={board.conflicts}
          members={board.members}
          withdrawableBy={{ userId: actor.userId, isAdmin }}
        />
      </Section>
      {former.length === 0 ? null : (
        <div className="mt-8 border-t border-line pt-4">
          <Disclosure summary={`Seats that are over: ${former.length}`}>
            <FormerMembers members={former} />
          </Disclosure>
        </div>
      )}
    </>
  );
}
