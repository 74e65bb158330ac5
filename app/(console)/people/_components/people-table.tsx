import type { ReactNode } from "react";
import { ACCESS_LABELS } from "@/components/governance/access-words";
import { ROLE_LABELS, TRUST_LABELS } from "@/components/governance/labels";
import { PersonMark } from "@/components/governance/person-mark";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import { joinList } from "@/lib/format/words";
import type { Person } from "@/lib/governance/identity/schema";

/** A chair is a board member anyway; one word is enough. */
export function sayRoles(roles: Person["roles"]): string {
  const said = roles.filter((role) => role !== "board_member" || !roles.includes("chair"));
  return joinList(said.map((role) => ROLE_LABELS[role]));
}

function Access({ person }: { person: Person }) {
  if (person.access === "active" && person.trustLevel === "quarantine") {
    return <span className="font-medium text-severity-high">Quarantined</span>;
  }
  if (person.access === "invited" && person.invitation !== null) {
    return (
      <span>
        Invited, link ends <Instant at={person.invitation.expiresAt} />
      </span>
    );
  }
  return <span className={person.access === "active" ? "" : "text-ink-muted"}>{ACCESS_LABELS[person.access]}</span>;
}

export function PeopleTable({ people, ownId, empty }: { people: readonly Person[]; ownId: string; empty: ReactNode }) {
  const columns: readonly Column<Person>[] = [
    {
      key: "name",
      header: "Person",
      phone: "title",
      cell: (person) => <PersonMark name={person.name} note={person.id === ownId ? "you" : null} />,
    },
    { key: "roles", header: "Roles", phone: "line", cell: (person) => sayRoles(person.roles) },
    {
      key: "department",
      header: "Department",
      phone: "hidden",
      from: "xl",
      cell: (person) => person.department || "–",
    },
    { key: "trust", header: "Trust", phone: "hidden", from: "lg", cell: (person) => TRUST_LABELS[person.trustLevel] },
    { key: "access", header: "Access", phone: "line", cell: (person) => <Access person={person} /> },
    {
      key: "seen",
      header: "Last here",
      phone: "hidden",
      from: "lg",
      align: "right",
      cell: (person) => (person.lastSeenAt === null ? "–" : <Instant at={person.lastSeenAt} />),
    },
  ];
  return (
    <Table
      label="People"
      columns={columns}
      rows={people}
      rowKey={(person) => person.id}
      rowHref={(person) => paths.people.detail(person.id)}
      empty={empty}
    />
  );
}
