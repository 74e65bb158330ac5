import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readDraft } from "@/lib/governance/voting/operations/read-draft";
import { readKind } from "@/lib/governance/voting/operations/read-kind";
import { readProposal } from "@/lib/governance/voting/operations/read-proposal";
import { openDoors } from "@/lib/server/form-doors";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { textOf } from "../../new/_components/form-values";
import { loadForm } from "../../new/_components/load-form";
import { DraftForm } from "./_components/draft-form";

export const metadata: Metadata = { title: "Edit a draft" };

/** A draft of one's own, before it is opened (VOT-190). Whoever may not change it, or no longer, reads it instead. */
export default async function EditDraftPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const proposal = await pageQuery(readProposal, { reference });
  if (!proposal.mine.acts.edit.isAllowed) redirect(paths.proposals.detail(proposal.reference));
  const [draft, kind] = await Promise.all([
    pageQuery(readDraft, { reference }),
    pageQuery(readKind, { kind: proposal.kind }),
  ]);
  const { doors } = openDoors(await requireActor());
  const { options, chosen } = await loadForm(kind.fields, (name) => textOf(draft.payload, name), doors);
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.proposals.detail(draft.reference)}>{draft.reference}</BackLink>}
        title="Edit the draft"
        state={`${PROPOSAL_KIND_LABELS[draft.kind]}. Only you and the admins see it until it is opened for voting.`}
      />
      <DraftForm draft={draft} kind={kind} options={options} chosen={chosen} />
    </>
  );
}
