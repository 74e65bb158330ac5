"use client";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { notify } from "@/components/ui/toast";
import { paths, withQuery } from "@/lib/client/paths";
import type { MemberView } from "@/lib/governance/board/schema";
import { endSeatAction } from "../actions";
import { EditMember } from "./edit-member";
import { RenewTerm } from "./renew-term";

/** What an admin can do about a seat that is held. */
export function MemberActs({ member, minimumMonths }: { member: MemberView; minimumMonths: number }) {
  const replace = withQuery(paths.board.appoint(), { role: member.role, replaces: member.reference });
  return (
    <>
      {member.state === "in_office" && member.renewal === null ? (
        <RenewTerm term={member} minimumMonths={minimumMonths} />
      ) : null}
      <EditMember member={member} />
      {member.state === "scheduled" ? null : <LinkButton href={replace}>Replace</LinkButton>}
      <EndSeat member={member} />
    </>
  );
}

function EndSeat({ member }: { member: MemberView }) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const id = useId();
  const end = async () => {
    const result = await endSeatAction({ reference: member.reference, reason });
    if (!result.ok)
      return [result.problem.errors[0]?.message ?? result.problem.detail, result.problem.hint]
        .filter(Boolean)
        .join(". ");
    notify.done({ title: "Seat ended", detail: `${member.name} no longer holds it.` });
    router.refresh();
  };
  const isComing = member.state === "scheduled";
  const renewal = member.renewal === null ? "" : " The renewal is withdrawn with it.";
  return (
    <Confirm
      trigger={<Button tone="danger">{isComing ? "Withdraw the appointment" : "End this seat"}</Button>}
      title={isComing ? "Withdraw this appointment?" : `End the seat of ${member.name}?`}
      consequence={
        isComing
          ? member.renews === null
            ? "The person does not take office. The appointment and this act stay on record."
            : "The present term goes on to its end, and is not renewed. The appointment and this act stay on record."
          : `Voting rights end at once; ballots already cast stay.${renewal} The seat stays in the history, and the person can be seated anew.`
      }
      act={isComing ? "Withdraw the appointment" : "End the seat"}
      danger
      onConfirm={end}
    >
      <Field label="Reason">
        <Textarea id={id} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Confirm>
  );
}
