import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { cn } from "@/components/ui/class-names";
import { joinList } from "@/lib/format/words";
import type { ForecastView } from "@/lib/governance/board/forecast-view";

/** The answer in a sentence, and what a quorum is taken of. */
export function ForecastResult({ forecast }: { forecast: ForecastView }) {
  const { sentence, canAchieveQuorum, vacantRequiredRoles, base } = forecast;
  const vacant = vacantRequiredRoles.map((role) => BOARD_ROLE_LABELS[role].toLowerCase());
  return (
    <section
      aria-label="Forecast"
      className={cn("mb-6 border-l-2 pl-4", canAchieveQuorum ? "border-passed-solid" : "border-rejected-solid")}
    >
      <p className="max-w-read font-serif text-lg leading-snug">{sentence}</p>
      <p className="mt-1 max-w-read text-sm text-ink-muted">
        {base === "voting_seats"
          ? "The quorum is taken of every voting seat in office, recused members included."
          : "The quorum is taken of the members who are not recused."}
        {vacant.length === 0 ? "" : ` Required and vacant on that day: ${joinList(vacant)}.`}
      </p>
    </section>
  );
}
