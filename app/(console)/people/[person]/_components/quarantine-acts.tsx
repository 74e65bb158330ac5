"use client";
import { quarantinePersonAction, releasePersonAction } from "../../actions";
import { ActLine, type Subject } from "./act-line";
import { ActWithReason } from "./act-with-reason";

export function QuarantineActs({ person, isQuarantined }: { person: Subject; isQuarantined: boolean }) {
  if (isQuarantined) {
    return (
      <ActLine title="Release from quarantine" meaning="Gives back the trust level held before.">
        <ActWithReason
          personId={person.id}
          act={releasePersonAction}
          verb="Release"
          title={`Release ${person.name}?`}
          consequence="They can act again at once, with the roles and the trust level held before."
          done={`${person.name} is released`}
        />
      </ActLine>
    );
  }
  return (
    <ActLine title="Quarantine" meaning="They can still sign in and read, and nothing else. Takes effect at once.">
      <ActWithReason
        personId={person.id}
        act={quarantinePersonAction}
        verb="Quarantine"
        title={`Quarantine ${person.name}?`}
        consequence="From this moment they, and their API keys, can only read. Roles and seat stay; an admin can release them."
        done={`${person.name} is quarantined`}
        danger
      />
    </ActLine>
  );
}
