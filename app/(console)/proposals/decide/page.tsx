import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { FindForm } from "@/components/ui/find-form";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { listModels } from "@/lib/governance/registry/operations/list-models";
import { readModel } from "@/lib/governance/registry/operations/read-model";
import { decideAsChair } from "@/lib/governance/voting/operations/decide-as-chair";
import { previewChairDecision } from "@/lib/governance/voting/operations/preview-chair-decision";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { CannotBeSuspended } from "./_components/cannot-be-suspended";
import { DecideForm } from "./_components/decide-form";

export const metadata: Metadata = { title: "Decide as chair" };

const MOST_CANDIDATES = 200;
/** From these alone a model can be suspended (REG-1). */
const OPERATIONAL = ["approved", "active"] as const;

export default async function DecidePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const given = await searchParams;
  const actor = await requireActor();
  if (!mayInvoke(actor, decideAsChair)) forbidden();
  const q = readText(given, "q", 200) ?? "";
  const reference = readText(given, "model", 200) ?? "";
  const found = q === "" ? {} : { q };
  const list = await pageQuery(listModels, { status: [...OPERATIONAL], ...found, limit: MOST_CANDIDATES });
  const named = reference === "" ? null : await pageQuery(readModel, { reference });
  const chosen = OPERATIONAL.some((status) => status === named?.status) ? named : null;
  const isListed = list.items.some((model) => model.reference === chosen?.reference);
  const candidates = chosen === null || isListed ? list.items : [chosen, ...list.items];
  const isCut = list.nextCursor !== null;
  const about = chosen === null ? {} : { model: chosen.reference };
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.proposals.list()}>Votes</BackLink>}
        title="Decide as chair"
        state="For what cannot wait for the board: it takes effect at once, and the board ratifies it or it is reversed."
      />
      {named === null || chosen !== null ? null : <CannotBeSuspended model={named} />}
      {isCut || q !== "" ? (
        <FindForm
          action={paths.proposals.decide()}
          label="Find a model"
          q={q}
          isCut={isCut}
          cutHint="More models than the list below holds: narrow it by name or unit"
        />
      ) : null}
      <DecideForm
        models={candidates.map(({ reference: value, name, version, unit, tier }) => ({
          ...{ reference: value, name, version, unit, tier },
        }))}
        chosen={chosen?.reference ?? ""}
        preview={await pageQuery(previewChairDecision, { kind: "emergency_action", ...about })}
      />
    </>
  );
}
