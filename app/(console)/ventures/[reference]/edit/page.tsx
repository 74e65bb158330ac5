import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { readTree } from "@/lib/governance/portfolio/operations/read-tree";
import { readVenture } from "@/lib/governance/portfolio/operations/read-venture";
import { updateVenture } from "@/lib/governance/portfolio/operations/update-venture";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { FIRST_PEOPLE, toChoices } from "../../_components/choices";
import { VentureForm } from "../../_components/venture-form";

export const metadata: Metadata = { title: "Edit a venture" };

export default async function EditVenturePage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  if (!mayInvoke(actor, updateVenture)) forbidden();
  const venture = await pageQuery(readVenture, await params);
  const { reference, name, portfolio } = venture;
  const [tree, people] = await Promise.all([pageQuery(readTree, {}), pageQuery(listPeople, FIRST_PEOPLE)]);
  const choices = toChoices(tree.portfolios, people.items, venture.lead);
  return (
    <>
      <PageHeader
        above={
          <>
            <BackLink href={paths.ventures.detail(reference)}>{name}</BackLink>{" "}
            <span className="font-mono text-xs">{reference}</span>
          </>
        }
        title="Edit the venture"
        state="Saved with your name on the record."
      />
      {venture.lifecycle === "ended" ? (
        <EmptyState title="This venture has ended">It stays as it is; create a new one to begin again.</EmptyState>
      ) : (
        <VentureForm
          {...choices}
          venture={venture}
          portfolio={portfolio.reference}
          isChair={actor.roles.includes("chair")}
        />
      )}
    </>
  );
}
