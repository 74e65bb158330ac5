import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { FindForm } from "@/components/ui/find-form";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { readBoard } from "@/lib/governance/board/operations/read-board";
import { BoardRole } from "@/lib/governance/board/schema";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { AppointForm } from "../../_components/appoint-form";

export const metadata: Metadata = { title: "Seat a member" };

export default async function AppointPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const given = await searchParams;
  const actor = await requireActor();
  if (!actor.roles.includes("admin")) forbidden();
  const q = readText(given, "q", 200);
  const [board, people] = await Promise.all([
    pageQuery(readBoard, {}),
    pageQuery(listPeople, { limit: 200, ...(q ? { q } : {}) }),
  ]);
  const role = BoardRole.safeParse(given.role);
  const before = board.members.find((member) => member.reference === given.after);
  const replaced = board.members.find((member) => member.reference === given.replaces);
  const known = people.items.filter((person) => person.access !== "ended");
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.board.overview()}>Board</BackLink>}
        title="Seat a member"
        state="The seat gives its rights from the first day of the term to the day it ends."
      />
      {people.nextCursor !== null || q ? (
        <FindForm
          action={paths.board.appoint()}
          label="Find a person"
          q={q ?? ""}
          isCut={people.nextCursor !== null}
          cutHint="More people than the list below holds: narrow it by name or e-mail"
        />
      ) : null}
      <AppointForm
        people={known.map((person) => ({ id: person.id, name: person.name, department: person.department }))}
        members={board.members}
        roles={board.roles}
        today={board.today}
        chosen={{
          role: role.success ? role.data : (replaced?.role ?? null),
          startOn: before?.termEndOn ?? board.today,
          replaces: replaced?.reference ?? "",
          userId: readText(given, "person", 40) ?? "",
        }}
      />
    </>
  );
}
