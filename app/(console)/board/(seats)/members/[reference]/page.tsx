import type { Metadata } from "next";
import Link from "next/link";
import { BOARD_ROLE_LABELS, SEAT_STATE_LABELS } from "@/components/governance/board-labels";
import { DefinitionList } from "@/components/ui/definition-list";
import { Instant } from "@/components/ui/instant";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { readMember } from "@/lib/governance/board/operations/read-member";
import { listAllegations } from "@/lib/governance/voting/operations/list-allegations";
import { readAttendance } from "@/lib/governance/voting/operations/read-attendance";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { AttendanceWords } from "../../../_components/attendance-words";
import { toConflictReader } from "../../../_components/conflict-reader";
import { ConflictSection } from "../../../_components/conflict-section";
import { MemberActs } from "../../../_components/member-acts";
import { OwnedModels } from "../../../_components/owned-models";
import { RenewalWords } from "../../../_components/renewal-words";
import { RoleRequirements } from "../../../_components/role-requirements";

export const metadata: Metadata = { title: "Board member" };

export default async function MemberPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const actor = await requireActor();
  const [{ member, role, conflicts, ownedModels }, allegations] = await Promise.all([
    pageQuery(readMember, { reference }),
    pageQuery(listAllegations, { member: reference, limit: 50 }),
  ]);
  const attended = mayInvoke(actor, readAttendance) ? (await pageQuery(readAttendance, {})).members : [];
  const attendance = attended.find((each) => each.seat === member.reference);
  const isAdmin = actor.roles.includes("admin");
  const isHeld = member.state === "in_office" || member.state === "scheduled" || member.state === "left_organization";
  return (
    <>
      <PageHeader
        above={
          <>
            <BackLink href={paths.board.overview()}>Board</BackLink>{" "}
            <span className="font-mono text-xs">{member.reference}</span>
          </>
        }
        title={member.name}
        state={`${BOARD_ROLE_LABELS[member.role]}: ${SEAT_STATE_LABELS[member.state].toLowerCase()}, ${member.votes ? "votes" : "has no vote now"}`}
        more={isAdmin && isHeld ? <MemberActs member={member} minimumMonths={role.minimumTermMonths} /> : null}
      />
      <DefinitionList
        items={[
          { term: "Term begins", value: <Instant at={member.termStartAt} as="day" /> },
          { term: "Term ends", value: <Instant at={member.termEndAt} as="day" /> },
          ...(member.renews === null && member.renewal === null
            ? []
            : [{ term: "Renewal", value: <RenewalWords member={member} /> }]),
          ...(member.endedAt === null
            ? []
            : [
                {
                  term: "Ended early",
                  value: <Instant at={member.endedAt} as="exact" className="whitespace-normal" />,
                },
                { term: "Reason", value: member.endReason ?? "" },
              ]),
          ...(attendance === undefined
            ? []
            : [{ term: "Attendance", value: <AttendanceWords attendance={attendance} /> }]),
          { term: "Department", value: member.department || "not given" },
          { term: "Expertise", value: member.expertise.length > 0 ? member.expertise.join(", ") : "not given" },
          { term: "Models owned", value: <OwnedModels models={ownedModels} /> },
        ]}
      />
      <Section title="What this seat needs">
        <RoleRequirements role={role} />
      </Section>
      <ConflictSection
        members={[member]}
        conflicts={conflicts}
        allegations={allegations.items}
        reader={toConflictReader(actor)}
      />
      {isAdmin ? (
        <p className="mt-8 text-sm text-ink-muted">
          Roles and access are managed under{" "}
          <Link className="link" href={paths.people.list()}>
            People
          </Link>
          .
        </p>
      ) : null}
    </>
  );
}
