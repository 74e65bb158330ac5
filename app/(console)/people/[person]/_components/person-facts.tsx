import Link from "next/link";
import { ROLE_LABELS, TRUST_LABELS } from "@/components/governance/labels";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import { joinList, sentenceCase } from "@/lib/format/words";
import type { Person } from "@/lib/governance/identity/schema";

/** Trust is voted on; quarantine is an admin's to lift. */
function Trust({ person, canBeVotedOn }: { person: Person; canBeVotedOn: boolean }) {
  return (
    <>
      {TRUST_LABELS[person.trustLevel]}
      {canBeVotedOn && person.access !== "ended" && person.trustLevel !== "quarantine" ? (
        <>
          {", "}
          <Link href={paths.proposals.create({ kind: "trust_adjustment", person: person.id })} className="link">
            propose another level
          </Link>
        </>
      ) : null}
    </>
  );
}

export function toFacts(person: Person, canBeVotedOn: boolean) {
  const granted = person.grantedRoles.map((role) => ROLE_LABELS[role]);
  return [
    { term: "E-mail", value: <span className="break-all">{person.email}</span> },
    { term: "Granted roles", value: granted.length === 0 ? "None" : joinList(granted) },
    { term: "Board seat", value: <Seat seat={person.seat} /> },
    { term: "Trust level", value: <Trust person={person} canBeVotedOn={canBeVotedOn} /> },
    { term: "Department", value: person.department || "–" },
    { term: "Member since", value: <Instant at={person.joinedAt} as="day" /> },
    ...(person.endedAt === null ? [] : [{ term: "Ended", value: <Instant at={person.endedAt} as="dayTime" /> }]),
    { term: "Last here", value: person.lastSeenAt === null ? "Never" : <Instant at={person.lastSeenAt} /> },
  ];
}

function Seat({ seat }: { seat: Person["seat"] }) {
  if (seat === null) return "None";
  return (
    <>
      <Link href={paths.board.member(seat.reference)} className="link">
        {sentenceCase(seat.role)}
      </Link>
      , until <Instant at={seat.termEndAt} as="day" />
    </>
  );
}
