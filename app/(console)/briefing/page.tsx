import type { Metadata } from "next";
import Link from "next/link";
import { AttentionTabs } from "@/components/governance/attention-tabs";
import { Instant } from "@/components/ui/instant";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { LiveRefresh } from "@/lib/client/live";
import { paths } from "@/lib/client/paths";
import { acknowledgeEscalation } from "@/lib/governance/escalations/operations/acknowledge-escalation";
import { createSilence } from "@/lib/governance/escalations/operations/create-silence";
import { readBriefing } from "@/lib/governance/escalations/operations/read-briefing";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { decideAsChair } from "@/lib/governance/voting/operations/decide-as-chair";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { EscalationList } from "../escalations/_components/escalation-list";
import { toPersonOption } from "../escalations/_components/people-options";
import { BriefingState } from "./_components/briefing-state";
import { CardDesk } from "./_components/card-desk";
import { DigestPart } from "./_components/digest-part";
import { HeldBack } from "./_components/held-back";
import { LastSent } from "./_components/last-sent";
import { PrintBriefing } from "./_components/print-briefing";

export const metadata: Metadata = { title: "Briefing" };

const MOST_PEOPLE = 200;
/** Who may answer for every item; others answer for their own, from its page. */
const WHOLE = ["chair", "board_member", "admin"] as const;

/** The morning on one page (ESC-11). */
export default async function BriefingPage() {
  const actor = await requireActor();
  const [briefing, people] = await Promise.all([
    pageQuery(readBriefing, {}),
    pageQuery(listPeople, { access: "active", limit: MOST_PEOPLE }),
  ]);
  const { immediate, cards, today, week, overdue, delivered } = briefing;
  const rights = {
    mayAnswer: mayInvoke(actor, acknowledgeEscalation) && WHOLE.some((role) => actor.roles.includes(role)),
    mayTriage: mayInvoke(actor, createSilence),
    mayDecide: mayInvoke(actor, decideAsChair),
  };
  const asked = new Set([...immediate, ...cards].map(({ item }) => item.reference));
  const late = overdue.filter(({ reference }) => !asked.has(reference));
  return (
    <>
      <AttentionTabs />
      <PageHeader decided title="Briefing" state={<BriefingState briefing={briefing} />} more={<PrintBriefing />} />
      <CardDesk immediate={immediate} cards={cards} people={people.items.map(toPersonOption)} rights={rights} />
      {late.length === 0 ? null : (
        <Section title="Also overdue" note="Their deadline has passed; each step of the path is told once">
          <EscalationList label="Also overdue" items={late} />
        </Section>
      )}
      <Section title="Today’s summary" id="today" note={<GoesOut at={today.deliverAt} />}>
        <DigestPart digest={today.content} empty="Nothing waits for today’s summary." />
      </Section>
      <Section title="This week’s digest" id="week" note={<GoesOut at={week.deliverAt} />}>
        <DigestPart digest={week.content} empty="Nothing waits for this week’s digest." />
      </Section>
      <HeldBack downgraded={briefing.downgraded} held={briefing.held} />
      <LastSent delivered={delivered} />
      <LiveRefresh areas={["escalations"]} />
    </>
  );
}

function GoesOut({ at }: { at: string }) {
  return (
    <>
      Goes out <Instant at={at} as="dayTime" />
      <span className="print:hidden">
        {" · "}
        <Link className="link" href={paths.escalations.rules()}>
          Hours
        </Link>
      </span>
    </>
  );
}
