import type { Metadata } from "next";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { listMembers } from "@/lib/governance/board/operations/list-members";
import { readBoard } from "@/lib/governance/board/operations/read-board";
import { readRotation } from "@/lib/governance/board/operations/read-rotation";
import { listAllegations } from "@/lib/governance/voting/operations/list-allegations";
import { readAttendance } from "@/lib/governance/voting/operations/read-attendance";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { toConflictReader } from "../_components/conflict-reader";
import { ConflictSection } from "../_components/conflict-section";
import { CrowdedQuarters } from "../_components/crowded-quarters";
import { EmptyBoard } from "../_components/empty-board";
import { ExpiringTerms } from "../_components/expiring-terms";
import { FormerMembers } from "../_components/former-members";
import { MemberTable } from "../_components/member-table";
import { MissedVotes } from "../_components/missed-votes";
import { QuorumSentence } from "../_components/quorum-sentence";
import { TermTimeline } from "../_components/term-timeline";
import { toFirstNamed } from "../_components/timeline-lanes";
import { VacantSeats } from "../_components/vacant-seats";

export const metadata: Metadata = { title: "Board" };

export default async function BoardPage() {
  const actor = await requireActor();
  const [board, seats, rotation, attendance, allegations] = await Promise.all([
    pageQuery(readBoard, {}),
    pageQuery(listMembers, { limit: 200 }),
    mayInvoke(actor, readRotation) ? pageQuery(readRotation, {}) : null,
    mayInvoke(actor, readAttendance) ? pageQuery(readAttendance, {}) : null,
    pageQuery(listAllegations, { limit: 50 }),
  ]);
  const isAdmin = actor.roles.includes("admin");
  const onceEach = board.members.filter((member) => member.renews === null || member.state === "in_office");
  const former = seats.items.filter((seat) => !board.members.some((member) => member.reference === seat.reference));
  const crowded = rotation?.crowdedQuarters ?? [];
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
  const ahead = (
    <>
      {rotation === null ? null : <LinkButton href={paths.board.rotation()}>Rotation plan</LinkButton>}
      <LinkButton href={paths.board.forecast()}>Quorum forecast</LinkButton>
    </>
  );
  return (
    <>
      <PageHeader
        title="Board"
        state={<QuorumSentence capability={board.capability} />}
        act={isAdmin ? appoint : null}
        more={ahead}
      />
      <MissedVotes attendance={attendance?.members ?? []} />
      <MemberTable members={board.members} attendance={attendance?.members ?? null} />
      <VacantSeats vacancies={board.vacancies} roles={board.roles} canSeat={isAdmin} />
      <ExpiringTerms terms={board.expiringTerms} roles={board.roles} canSeat={isAdmin} />
      {board.members.length === 0 ? null : (
        <Section title="Terms" note="From the start of each term to the first day out of office">
          <CrowdedQuarters quarters={crowded} />
          <TermTimeline
            current={board.members}
            former={former}
            at={board.at}
            crowded={crowded.map((each) => each.quarter)}
            named={toFirstNamed(rotation?.roles ?? [])}
          />
        </Section>
      )}
      <ConflictSection
        members={onceEach}
        conflicts={board.conflicts}
        allegations={allegations.items}
        reader={toConflictReader(actor)}
      />
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
