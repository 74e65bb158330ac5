import { Check, CircleAlert, Minus, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { MarkdownText } from "@/components/ui/markdown";
import { formatPercent, formatScore } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import type { Criterion, Evidence } from "@/lib/governance/registry/schema";
import { EvidenceItem } from "./evidence-item";
import { CRITERION_LABELS } from "./labels";

export type ScorecardRow = {
  criterion: Criterion;
  scoreRatio: number | null;
  weightRatio: number;
  isPassFail: boolean;
  status: "missing" | "passed" | "failed" | "met" | "below";
  justification?: string | null;
  evidence?: readonly Evidence[];
};

const STATUS: Record<ScorecardRow["status"], { word: string; shape: ReactNode; colour: string }> = {
  missing: { word: "missing", shape: <Minus aria-hidden />, colour: "text-ink-muted" },
  passed: { word: "passed", shape: <Check aria-hidden />, colour: "text-passed" },
  failed: { word: "not passed", shape: <X aria-hidden />, colour: "text-rejected" },
  met: { word: "met", shape: <Check aria-hidden />, colour: "text-passed" },
  below: { word: "below", shape: <CircleAlert aria-hidden />, colour: "text-rejected" },
};

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ol className="list-decimal space-y-1 pl-5 text-sm">
      {evidence.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list whose entries may be equal
        <li key={index} className="break-words">
          <EvidenceItem item={item} />
        </li>
      ))}
    </ol>
  );
}

function Row({ row }: { row: ScorecardRow }) {
  const { word, shape, colour } = STATUS[row.status];
  const evidence = row.evidence ?? [];
  return (
    <li className="border-b border-line py-2">
      <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 md:grid-cols-[minmax(10rem,14rem)_1fr_4rem_6rem]">
        <span className="font-medium">
          {CRITERION_LABELS[row.criterion]}
          <span className="ml-2 text-xs font-normal text-ink-muted">
            weight {formatPercent(row.weightRatio)}
            {row.isPassFail ? ", pass/fail" : ""}
          </span>
        </span>
        <span aria-hidden className="h-2 rounded-sm bg-line max-md:order-3 max-md:col-span-2">
          <span
            className={cn(
              "block h-full rounded-sm",
              row.status === "failed" || row.status === "below" ? "bg-rejected-solid" : "bg-ink-muted",
            )}
            style={{ width: `${(row.scoreRatio ?? 0) * 100}%` }}
          />
        </span>
        <span className="text-right max-md:hidden">{row.scoreRatio === null ? "–" : formatScore(row.scoreRatio)}</span>
        <span className={cn("flex items-center gap-1 text-sm [&_svg]:size-3.5", colour)}>
          <span className="text-ink md:hidden">{row.scoreRatio === null ? "–" : formatScore(row.scoreRatio)}</span>
          {shape}
          {word}
        </span>
      </div>
      {row.justification || evidence.length > 0 ? (
        <Disclosure
          summary={`Justification and ${plural(evidence.length, "piece of evidence", "pieces of evidence")}`}
          className="mt-0.5 [&_summary]:text-xs"
        >
          {row.justification ? <MarkdownText className="mb-2 text-sm">{row.justification}</MarkdownText> : null}
          <EvidenceList evidence={evidence} />
        </Disclosure>
      ) : null}
    </li>
  );
}

/** The eight criteria with score, weight, pass or fail and evidence; the overall score above them. */
export function ScorecardTable({
  rows,
  overallRatio,
  thresholdRatio,
  note,
}: {
  rows: readonly ScorecardRow[];
  overallRatio: number;
  thresholdRatio: number;
  note?: ReactNode;
}) {
  const scored = rows.filter((row) => row.scoreRatio !== null).length;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3 border-b border-line pb-2">
        <strong className="text-lg font-semibold">{formatPercent(overallRatio)}</strong>
        <span className="text-ink-muted">
          {scored === rows.length ? "overall" : `so far, ${scored} of ${rows.length} criteria scored`}, threshold{" "}
          {formatPercent(thresholdRatio)}
        </span>
        {note === undefined ? null : <span className="text-ink-muted">{note}</span>}
      </p>
      <ul aria-label="Criteria">
        {rows.map((row) => (
          <Row key={row.criterion} row={row} />
        ))}
      </ul>
    </div>
  );
}
