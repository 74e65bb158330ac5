import { Instant } from "@/components/ui/instant";
import { joinList, plural } from "@/lib/format/words";
import type { BriefingView } from "@/lib/governance/escalations/briefing";

type Briefing = Pick<BriefingView, "at" | "immediate" | "cards" | "today" | "summary">;

/** "2 immediate, 3 decision cards and 4 overdue; 25 wait for today's summary." */
export function briefingWords({ immediate, cards, today, summary }: Omit<Briefing, "at">): string {
  const asks = [
    ...(immediate.length > 0 ? [`${immediate.length} immediate`] : []),
    ...(cards.length > 0 ? [plural(cards.length, "decision card")] : []),
    ...(summary.overdue > 0 ? [`${summary.overdue} overdue`] : []),
  ];
  const waiting = today.content.items;
  const rest = waiting === 0 ? "" : `; ${plural(waiting, "waits", "wait")} for today’s summary`;
  return `${asks.length === 0 ? "Nothing needs you now" : joinList(asks)}${rest}.`;
}

export function BriefingState({ briefing }: { briefing: Briefing }) {
  return (
    <>
      {briefingWords(briefing)} As of <Instant at={briefing.at} as="exact" />
    </>
  );
}
