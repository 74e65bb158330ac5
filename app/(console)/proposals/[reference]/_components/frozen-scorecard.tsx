import { Check, ChevronRight, CircleAlert, type LucideIcon, X } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import { MarkdownText } from "@/components/ui/markdown";
import { formatPercent, formatScore } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import type { FrozenScorecard as Scorecard, ScorecardRow } from "@/lib/governance/voting/proposal-view";
import { EvidenceList } from "./evidence-part";
import { Part } from "./part";

const STATUS: Record<ScorecardRow["status"], { word: string; shape: LucideIcon; colour: string; bar: string }> = {
  missing: { word: "missing", shape: CircleAlert, colour: "text-rejected", bar: "bg-rejected-solid" },
  passed: { word: "passed", shape: Check, colour: "text-passed", bar: "bg-ink-muted" },
  failed: { word: "not passed", shape: X, colour: "text-rejected", bar: "bg-rejected-solid" },
  met: { word: "met", shape: Check, colour: "text-passed", bar: "bg-ink-muted" },
  below: { word: "below", shape: CircleAlert, colour: "text-rejected", bar: "bg-rejected-solid" },
};

/** Eight lines as they were frozen; each opens to its justification and evidence. */
export function FrozenScorecard({ scorecard }: { scorecard: Scorecard }) {
  const { overallRatio, thresholdRatio, lowestRatio, highestRatio, rows, recommendation } = scorecard;
  return (
    <Part name="Scorecard">
      <p className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <strong className="text-lg leading-6 font-semibold">{formatPercent(overallRatio)}</strong>
        <span className="text-ink-muted">
          {recommendation === "approve" ? "reaches" : "does not reach"} the threshold of {formatPercent(thresholdRatio)}
          ; lowest {formatScore(lowestRatio)}, highest {formatScore(highestRatio)}
        </span>
      </p>
      <div>
        {rows.map((row) => (
          <Criterion key={row.criterion} row={row} />
        ))}
      </div>
    </Part>
  );
}

function Criterion({ row }: { row: ScorecardRow }) {
  const { word, shape: Shape, colour, bar } = STATUS[row.status];
  return (
    <details className="group border-t border-line first:border-t-0">
      <summary className="grid min-h-8 list-none grid-cols-[1rem_minmax(0,1fr)_2.5rem_5.5rem] items-center gap-x-2 rounded-sm hover:bg-line/35 max-md:min-h-11 md:grid-cols-[1rem_12.5rem_minmax(2rem,1fr)_2.5rem_5.5rem]">
        <ChevronRight
          aria-hidden
          className="size-4 text-ink-faint transition-transform group-open:rotate-90 print:invisible"
        />
        <span className="truncate">
          {row.label} <span className="text-xs text-ink-muted">{formatPercent(row.weightRatio)}</span>
        </span>
        <span aria-hidden className="h-1.5 rounded-sm bg-line max-md:hidden">
          <span className={cn("block h-full rounded-sm", bar)} style={{ width: `${row.scoreRatio * 100}%` }} />
        </span>
        <span className="text-right">{formatScore(row.scoreRatio)}</span>
        <span className={cn("flex items-center gap-1 [&_svg]:size-3.5 [&_svg]:shrink-0", colour)}>
          <Shape aria-hidden />
          {word}
        </span>
      </summary>
      <div className="space-y-2 pt-1 pb-3 pl-6">
        <p className="text-xs text-ink-muted">
          {row.isPassFail ? "Pass or fail. " : ""}Weight {formatPercent(row.weightRatio)}, counts{" "}
          {formatPercent(row.weightedScoreRatio, 1)} of the whole; {plural(row.evidence.length, "piece")} of evidence.
        </p>
        <MarkdownText className="text-sm leading-6">{row.justification}</MarkdownText>
        <EvidenceList evidence={row.evidence} />
      </div>
    </details>
  );
}
