import type { Metadata } from "next";
import { ACCESS_LABELS } from "@/components/governance/access-words";
import { DefinitionList } from "@/components/ui/definition-list";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { getPerson } from "@/lib/governance/identity/operations/get-person";
import { invitePerson } from "@/lib/governance/identity/operations/invite-person";
import type { Person } from "@/lib/governance/identity/schema";
import { listKinds } from "@/lib/governance/voting/operations/list-kinds";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { sayRoles } from "../_components/people-table";
import { ChangeRoles } from "./_components/change-roles";
import { EndMembership } from "./_components/end-membership";
import { InvitationActs } from "./_components/invitation-acts";
import { toFacts } from "./_components/person-facts";
import { QuarantineActs } from "./_components/quarantine-acts";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params }: { params: Promise<{ person: string }> }) {
  const { person: personId } = await params;
  const [actor, person, { items: kinds }] = await Promise.all([
    requireActor(),
    pageQuery(getPerson, { personId }),
    pageQuery(listKinds, {}),
  ]);
  const mayAdjust = kinds.some(({ kind, mayPropose }) => kind === "trust_adjustment" && mayPropose);
  const canBeVotedOn = mayAdjust && person.id !== actor.userId;
  const mayManage = mayInvoke(actor, invitePerson);
  const isHere = person.access !== "ended";
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.people.list()}>People</BackLink>}
        title={person.name}
        state={<State person={person} isOwn={person.id === actor.userId} />}
        act={mayManage && isHere ? <ChangeRoles person={toSubject(person)} granted={person.grantedRoles} /> : undefined}
      />
      <DefinitionList className="max-w-160" items={toFacts(person, canBeVotedOn)} />
      {mayManage ? (
        <Section title="Access" note="Every act here is recorded with your name" className="max-w-160">
          <div className="divide-y divide-line">
            <InvitationActs person={toSubject(person)} access={person.access} invitation={person.invitation} />
            {isHere ? (
              <QuarantineActs person={toSubject(person)} isQuarantined={person.trustLevel === "quarantine"} />
            ) : null}
            {isHere ? <EndMembership person={toSubject(person)} isOwn={person.id === actor.userId} /> : null}
          </div>
        </Section>
      ) : null}
    </>
  );
}

function toSubject({ id, name, email }: Person) {
  return { id, name, email };
}

function State({ person, isOwn }: { person: Person; isOwn: boolean }) {
  const quarantined = person.trustLevel === "quarantine" ? ", quarantined: can sign in and read, nothing else" : "";
  return (
    <>
      {isOwn ? "You. " : ""}
      {`${ACCESS_LABELS[person.access]}${quarantined}. `}
      {sayRoles(person.roles)}.
    </>
  );
}
