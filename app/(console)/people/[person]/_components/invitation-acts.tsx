"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import type { InvitationLink, Person } from "@/lib/governance/identity/schema";
import { ShownLink } from "../../_components/shown-link";
import { renewInvitationAction, revokeInvitationAction } from "../../actions";
import { ActLine, type Subject } from "./act-line";

const sayProblem = (problem: { title: string; detail: string }) => `${problem.title}: ${problem.detail}`;

export function InvitationActs({
  person,
  access,
  invitation,
}: {
  person: Subject;
  access: Person["access"];
  invitation: Person["invitation"];
}) {
  const router = useRouter();
  const [link, setLink] = useState<InvitationLink | null>(null);
  if (access === "ended") {
    return (
      <ActLine title="Invite again" meaning="Use the same e-mail address; the membership goes on where it ended.">
        <LinkButton href={paths.people.invite()}>Invite again</LinkButton>
      </ActLine>
    );
  }
  const renew = async () => {
    const answer = await renewInvitationAction({ personId: person.id });
    if (!answer.ok) return sayProblem(answer.problem);
    setLink(answer.value);
    router.refresh();
  };
  const revoke = async () => {
    const answer = await revokeInvitationAction({ personId: person.id });
    if (!answer.ok) return sayProblem(answer.problem);
    setLink(null);
    notify.done({ title: "The link no longer works" });
    router.refresh();
  };
  const isOpen = invitation?.state === "open";
  const isNew = access !== "active";
  return (
    <>
      <ActLine
        title={isNew ? "Invitation" : "Lost password"}
        meaning={
          isOpen ? (
            <>
              A link is open until <Instant at={invitation.expiresAt} as="dayTime" />.
            </>
          ) : isNew ? (
            "No link is open: they cannot come in yet."
          ) : (
            "A link lets them set a new password. Their sessions end when they use it."
          )
        }
      >
        {isOpen ? (
          <Confirm
            trigger={<Button tone="quiet">Revoke the link…</Button>}
            title="Revoke the open link?"
            consequence="It stops working at once. You can make a new one at any time."
            act="Revoke the link"
            danger
            onConfirm={revoke}
          />
        ) : null}
        <Confirm
          trigger={<Button>New link…</Button>}
          title={`Make a new link for ${person.name}?`}
          consequence={
            isNew
              ? "Older links stop working. The new one is shown once, for you to pass on."
              : "Whoever has the link can set the password of this account: be sure whom you give it to. The record says that you made it."
          }
          act="Make the link"
          onConfirm={renew}
        />
      </ActLine>
      {link === null ? null : (
        <div className="py-3">
          <ShownLink path={link.path} expiresAt={link.expiresAt} name={person.name} />
        </div>
      )}
    </>
  );
}
