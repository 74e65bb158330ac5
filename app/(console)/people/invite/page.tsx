import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { invitePerson } from "@/lib/governance/identity/operations/invite-person";
import { mayInvoke } from "@/lib/server/may";
import { requireActor } from "@/lib/server/page-query";
import { InviteForm } from "../_components/invite-form";

export const metadata: Metadata = { title: "Invite a person" };

export default async function InvitePage() {
  if (!mayInvoke(await requireActor(), invitePerson)) forbidden();
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.people.list()}>People</BackLink>}
        title="Invite a person"
        state="They get a link that works once, within seven days, and choose their own password."
      />
      <InviteForm />
    </>
  );
}
