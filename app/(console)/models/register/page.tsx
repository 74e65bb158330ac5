import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { assignOwner } from "@/lib/governance/registry/operations/assign-owner";
import { registerModel } from "@/lib/governance/registry/operations/register-model";
import { mayInvoke } from "@/lib/server/may";
import { requireActor } from "@/lib/server/page-query";
import { ModelForm } from "../_components/model-form";

export const metadata: Metadata = { title: "Register a model" };

export default async function RegisterPage() {
  const actor = await requireActor();
  if (!mayInvoke(actor, registerModel)) forbidden();
  const isOwner = actor.roles.includes("model_owner");
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.models.list()}>Models</BackLink>}
        title="Register a model"
        state={
          isOwner && !actor.roles.includes("chair")
            ? "It begins as proposed, with you as its owner; its tier follows from the facts."
            : "It begins as proposed; its tier follows from the facts."
        }
      />
      <ModelForm model={null} mayNameOwner={mayInvoke(actor, assignOwner)} />
    </>
  );
}
