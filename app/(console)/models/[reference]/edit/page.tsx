import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readModel } from "@/lib/governance/registry/operations/read-model";
import { pageQuery } from "@/lib/server/page-query";
import { ModelForm } from "../../_components/model-form";
import { VoteLock } from "../../_components/vote-lock";

export const metadata: Metadata = { title: "Edit facts" };

export default async function EditPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const model = await pageQuery(readModel, { reference });
  if (!model.acts.canEdit) forbidden();
  const { name, version, description, unit, tags, facts, revision } = model;
  return (
    <>
      <PageHeader
        above={
          <>
            <BackLink href={paths.models.detail(model.reference)}>{name}</BackLink>{" "}
            <span className="font-mono text-xs">{model.reference}</span>
          </>
        }
        title="Edit facts"
        state={
          model.approval === null
            ? "Saved with your name on the record."
            : "A change of name, version, description, unit, tier or tier facts makes its approval stale: it then has to be submitted anew."
        }
      />
      {model.openProposal === null ? null : (
        <VoteLock
          proposal={model.openProposal}
          what="Tags and stage can be changed; the facts that are voted on cannot."
        />
      )}
      <ModelForm model={{ reference: model.reference, name, version, description, unit, tags, facts, revision }} />
    </>
  );
}
