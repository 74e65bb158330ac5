import type { Metadata } from "next";
import { FindForm } from "@/components/ui/find-form";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { plural } from "@/lib/format/words";
import { planRotation } from "@/lib/governance/board/operations/plan-rotation";
import { readBoard } from "@/lib/governance/board/operations/read-board";
import { readRotation } from "@/lib/governance/board/operations/read-rotation";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { CrowdedQuarters } from "../../_components/crowded-quarters";
import { SuccessionList } from "../../_components/succession-list";

export const metadata: Metadata = { title: "Rotation plan" };

export default async function RotationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const q = readText(await searchParams, "q", 200);
  const actor = await requireActor();
  const canPlan = mayInvoke(actor, planRotation);
  const [rotation, board, people] = await Promise.all([
    pageQuery(readRotation, {}),
    pageQuery(readBoard, {}),
    canPlan ? pageQuery(listPeople, { limit: 200, ...(q ? { q } : {}) }) : null,
  ]);
  const held = rotation.roles.filter((role) => role.holders.length > 0);
  const named = held.filter((role) => role.candidates.length > 0).length;
  const known = (people?.items ?? []).filter((person) => person.access !== "ended");
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.board.overview()}>Board</BackLink>}
        title="Rotation plan"
        state={
          held.length === 0
            ? "Nobody is in office yet."
            : `Somebody is named to follow for ${named} of ${plural(held.length, "seat")} in office. A plan binds nobody: the person is checked again when seated.`
        }
      />
      <CrowdedQuarters quarters={rotation.crowdedQuarters} />
      {people !== null && (people.nextCursor !== null || q) ? (
        <FindForm
          action={paths.board.rotation()}
          label="Find a person"
          q={q ?? ""}
          isCut={people.nextCursor !== null}
          cutHint="More people than the lists of candidates hold: narrow them by name or e-mail"
        />
      ) : null}
      <SuccessionList
        roles={rotation.roles}
        requirements={board.roles}
        people={canPlan ? known.map(({ id, name, department }) => ({ id, name, department })) : null}
        canSeat={actor.roles.includes("admin")}
      />
    </>
  );
}
