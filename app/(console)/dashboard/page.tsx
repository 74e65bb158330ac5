import type { Metadata } from "next";
import { Suspense } from "react";
import { Section } from "@/components/ui/section";
import { LiveRefresh } from "@/lib/client/live";
import { readHome } from "@/lib/governance/dashboard/operations/read-home";
import { readPictures } from "@/lib/governance/dashboard/operations/read-pictures";
import { listEscalations } from "@/lib/governance/escalations/operations/list-escalations";
import { pageQuery } from "@/lib/server/page-query";
import { AttentionStrip } from "./_components/attention-strip";
import { ChairQueue } from "./_components/chair-queue";
import { PicturesSkeleton } from "./_components/dashboard-skeleton";
import { FirstSteps } from "./_components/first-steps";
import { FollowUpList } from "./_components/follow-up-list";
import { HomeHeader } from "./_components/home-header";
import { OwnerModels } from "./_components/owner-models";
import { Pictures } from "./_components/pictures";
import { ProvisionalList } from "./_components/provisional-list";
import { RecentDecisions } from "./_components/recent-decisions";
import { RecordFigures } from "./_components/record-figures";
import { RulingList } from "./_components/ruling-list";
import { SetUpList } from "./_components/set-up-list";
import { VoteList } from "./_components/vote-list";

export const metadata: Metadata = { title: "Home" };

const SHOWN = 5;
/** What the headline counts for the chair (DSH-16). */
const GRAVE = {
  status: ["open" as const],
  severity: ["critical" as const, "high" as const],
  place: ["delivered" as const, "queued" as const],
};

export default async function DashboardPage() {
  const home = await pageQuery(readHome, {});
  const [waiting, mine] = await Promise.all([
    home.chair === null ? null : pageQuery(listEscalations, { ...GRAVE, limit: SHOWN }),
    pageQuery(listEscalations, { assignee: "me", limit: SHOWN }),
  ]);
  return (
    <>
      <LiveRefresh areas={["registry", "escalations"]} />
      <HomeHeader home={home} />
      <FirstSteps steps={home.firstSteps} />
      <AttentionStrip waiting={waiting?.items ?? null} mine={mine.items} />
      {home.chair === null ? null : <ChairQueue queue={home.chair} />}
      <RulingList rulings={home.rulings} />
      <VoteList votes={home.votes} />
      {home.provisional === null ? null : <ProvisionalList provisional={home.provisional} />}
      {home.owner === null ? null : <OwnerModels owner={home.owner} />}
      <FollowUpList followUps={home.followUps} />
      {home.setUp === null || home.models === 0 ? null : <SetUpList setUp={home.setUp} />}
      {home.record === null ? null : <RecordFigures record={home.record} />}
      {home.models === 0 ? null : (
        <>
          <RecentDecisions decisions={home.decisions} />
          <Section title="The organisation in pictures">
            <Suspense fallback={<PicturesSkeleton />}>
              <PicturesLoaded />
            </Suspense>
          </Section>
        </>
      )}
    </>
  );
}

async function PicturesLoaded() {
  return <Pictures figures={await pageQuery(readPictures, {})} />;
}
