"use client";
import type { ReactNode } from "react";
import { CRITERION_LABELS } from "@/components/governance/labels";
import { VerdictReasons } from "@/components/governance/verdict-reasons";
import { formatPercent } from "@/lib/format/number";
import type { Criterion } from "@/lib/governance/registry/schema";
import type { ScorecardView } from "@/lib/governance/registry/scorecard-view";

const GAP_WORDS: Readonly<Record<string, string>> = {
  "registry.score_missing": "score",
  "registry.justification_missing": "justification",
  "registry.evidence_missing": "evidence",
};

/** The score so far with its reasons, what is missing, and what will happen. */
export function ScorePanel({
  view,
  steps,
  children,
}: {
  view: ScorecardView;
  steps: readonly string[];
  children: ReactNode;
}) {
  const { evaluation, completeness } = view;
  const scored = evaluation.criteria.length - evaluation.missing.length;
  return (
    <div className="rounded-md border border-line bg-sunken px-4 py-4 lg:sticky lg:top-6">
      <h2 className="text-sm font-semibold">Score so far</h2>
      <p className="mt-1">
        <strong className="text-xl font-semibold">{formatPercent(evaluation.overallRatio)}</strong>
        <span className="text-ink-muted">
          {" "}
          of {scored} of {evaluation.criteria.length} criteria, threshold {formatPercent(evaluation.thresholdRatio)}
        </span>
      </p>
      <VerdictReasons
        reasons={evaluation.reasons.filter(({ code }) => code !== "registry.criteria_missing")}
        label="Why this score"
        className="mt-2"
      />
      <h3 className="mt-4 text-sm font-semibold">
        {completeness.outcome === "complete" ? "Nothing is missing" : "Still missing"}
      </h3>
      {completeness.outcome === "complete" ? null : <Missing reasons={completeness.reasons} />}
      <h3 className="mt-4 text-sm font-semibold">What will happen</h3>
      <ol className="mt-1 list-decimal space-y-1 pl-5 text-sm">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="mt-4 border-t border-line pt-3">{children}</div>
    </div>
  );
}

function Missing({ reasons }: { reasons: ScorecardView["completeness"]["reasons"] }) {
  const byCriterion = new Map<string, string[]>();
  for (const { code, facts } of reasons) {
    const criterion = String(facts.criterion);
    byCriterion.set(criterion, [...(byCriterion.get(criterion) ?? []), GAP_WORDS[code] ?? code]);
  }
  return (
    <ul aria-label="Still missing" className="mt-1 space-y-0.5 text-sm">
      {[...byCriterion].map(([criterion, gaps]) => (
        <li key={criterion}>
          {CRITERION_LABELS[criterion as Criterion]}: <span className="text-ink-muted">{gaps.join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}
