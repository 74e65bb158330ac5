"use client";
import { endMembershipAction } from "../../actions";
import { ActLine, type Subject } from "./act-line";
import { ActWithReason } from "./act-with-reason";

export function EndMembership({ person, isOwn }: { person: Subject; isOwn: boolean }) {
  return (
    <ActLine
      title="End the membership"
      meaning="Sessions, API keys and links stop at once. What they did stays on record."
    >
      <ActWithReason
        personId={person.id}
        act={endMembershipAction}
        verb="End the membership"
        title={isOwn ? "End your own membership?" : `End the membership of ${person.name}?`}
        consequence={
          isOwn
            ? "You are signed out at once and cannot come back by yourself."
            : "They are signed out at once. A board seat they hold becomes vacant; they can be invited again."
        }
        done={`The membership of ${person.name} has ended`}
        danger
      />
    </ActLine>
  );
}
