import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { listTriggers } from "@/lib/governance/escalations/operations/list-triggers";
import { raiseEscalation } from "@/lib/governance/escalations/operations/raise-escalation";
import { listVentures } from "@/lib/governance/portfolio/operations/list-ventures";
import { listModels } from "@/lib/governance/registry/operations/list-models";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { toVentureOptions } from "../_components/load-scopes";
import { toModelOption } from "../_components/people-options";
import { RaiseForm } from "./_components/raise-form";

export const metadata: Metadata = { title: "Raise an escalation" };

const MOST = 200;

export default async function RaisePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, given] = await Promise.all([requireActor(), searchParams]);
  if (!mayInvoke(actor, raiseEscalation)) forbidden();
  const [catalogue, models, ventures] = await Promise.all([
    pageQuery(listTriggers, {}),
    pageQuery(listModels, { limit: MOST }),
    pageQuery(listVentures, { limit: MOST }),
  ]);
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.escalations.list()}>Attention</BackLink>}
        title="Raise an escalation"
        state="Say what needs attention. How severe it is follows from facts; what would happen stands beside the form."
      />
      <RaiseForm
        catalogue={catalogue}
        models={models.items.map(toModelOption)}
        ventures={toVentureOptions(ventures.items)}
        chosen={{
          title: readText(given, "title", 200) ?? "",
          modelRef: readText(given, "model", 40) ?? "",
          ventureRef: readText(given, "venture", 40) ?? "",
        }}
      />
    </>
  );
}
