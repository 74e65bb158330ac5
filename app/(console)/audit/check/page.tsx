import type { Metadata } from "next";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { listEntries } from "@/lib/governance/audit/operations/list-entries";
import { mayInvoke } from "@/lib/server/may";
import { requireActor } from "@/lib/server/page-query";
import { EvidenceForm } from "../_components/evidence-form";

export const metadata: Metadata = { title: "Check a receipt" };

/** For everybody who holds a receipt, also those who may not read the record. */
export default async function CheckPage() {
  const actor = await requireActor();
  const mayRead = mayInvoke(actor, listEntries);
  return (
    <>
      <PageHeader
        above={mayRead ? <BackLink href={paths.audit.list()}>Audit</BackLink> : undefined}
        title="Check a receipt"
        state="What a receipt or a checkpoint that you kept proves against the log as it is now"
      />
      <EvidenceForm linked={mayRead} />
    </>
  );
}
