import { Instant } from "@/components/ui/instant";
import { formatCount } from "@/lib/format/number";
import { joinList, plural } from "@/lib/format/words";
import type { BriefingView } from "@/lib/governance/escalations/briefing";

type Briefing = Pick<BriefingView, "at" | "immediate" | "cards" | "today" | "summary">;

/** As many of each as the briefing shows; the rest waits in the queue. */
export const MOST_SHOWN = 50;

export const sayCount = (shown: number) => (shown < MOST_SHOWN ? String(shown) : `${MOST_SHOWN} or more`);

/** "2 immediate, 3 decision cards and 4 overdue; 25 wait for today's summary." */
export function briefingWords({ immediate, cards, today, summary }: Omit<Briefing, "at">): string {
  const asks = [
    ...(immediate.length > 0 ? [`${sayCount(immediate.length)} immediate`] : []),
    ...(cards.length > 0 ? [`${sayCount(cards.length)} decision ${cards.length === 1 ? "card" : "cards"}`] : []),
    ...(summary.overdue > 0 ? [`${formatCount(summary.overdue)} overdue`] : []),
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
