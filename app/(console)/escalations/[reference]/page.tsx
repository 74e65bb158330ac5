import type { Metadata } from "next";
import { LiveRefresh } from "@/lib/client/live";
import { readEscalation } from "@/lib/governance/escalations/operations/read-escalation";
import { signIncidentReview } from "@/lib/governance/escalations/operations/sign-incident-review";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { listActions } from "@/lib/governance/meetings/operations/list-actions";
import { decideAsChair } from "@/lib/governance/voting/operations/decide-as-chair";
import { listProposals } from "@/lib/governance/voting/operations/list-proposals";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { toPersonOption } from "../_components/people-options";
import { EpisodesPart } from "./_components/episodes-part";
import { FactsPart } from "./_components/facts-part";
import { ItemActs } from "./_components/item-acts";
import { ItemHeader } from "./_components/item-header";
import { LedToPart } from "./_components/led-to-part";
import { MatterPart } from "./_components/matter-part";
import { ProtocolPart } from "./_components/protocol-part";
import { ReviewPart } from "./_components/review-part";
import { SeverityPart } from "./_components/severity-part";
import { StandingPart } from "./_components/standing-part";
import { SuspensionNote } from "./_components/suspension-note";
import { TimelinePart } from "./_components/timeline-part";
import { ToldPart } from "./_components/told-part";

type Params = Promise<{ reference: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await params).reference.toUpperCase() };
}

const MOST = 200;

export default async function EscalationPage({ params }: { params: Params }) {
  const [actor, { reference: typed }] = await Promise.all([requireActor(), params]);
  const item = await pageQuery(readEscalation, { reference: typed });
  const linked = item.links.filter(({ kind }) => kind === "proposal");
  const [actions, people, ...found] = await Promise.all([
    pageQuery(listActions, { source: item.reference, limit: 50 }),
    pageQuery(listPeople, { access: "active", limit: MOST }),
    ...linked.map(({ reference }) => pageQuery(listProposals, { q: reference, limit: 1 })),
  ]);
  const mayDecide = mayInvoke(actor, decideAsChair);
  const maySign = mayInvoke(actor, signIncidentReview);
  return (
    <article>
      <ItemHeader item={item} />
      <ItemActs item={item} people={people.items.map(toPersonOption)} mayDecide={mayDecide} mayTriage={maySign} />
      <SuspensionNote item={item} mayDecide={mayDecide} />
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 [&>section:first-child]:mt-0 [&>section:first-child]:border-t-0 [&>section:first-child]:pt-0">
          <MatterPart item={item} />
          <ProtocolPart item={item} />
          <ReviewPart item={item} maySign={maySign} names={people.items} />
          <LedToPart links={linked} proposals={found.flatMap(({ items }) => items)} actions={actions.items} />
          <TimelinePart item={item} />
          <ToldPart told={item.told} />
          <EpisodesPart episodes={item.episodes} />
        </div>
        <div className="min-w-0 lg:[&>section:first-child]:mt-0 lg:[&>section:first-child]:border-t-0 lg:[&>section:first-child]:pt-0">
          <SeverityPart item={item} />
          <StandingPart item={item} />
          <FactsPart item={item} />
        </div>
      </div>
      <LiveRefresh references={[item.reference]} areas={["escalations"]} />
    </article>
  );
}
