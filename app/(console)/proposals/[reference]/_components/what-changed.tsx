import Link from "next/link";
import { DecisionBadge } from "@/components/governance/decision-badge";
import { CRITERION_LABELS, FACT_LABELS } from "@/components/governance/labels";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import { formatPercent, formatScore } from "@/lib/format/number";
import { sentenceCase } from "@/lib/format/words";
import type { FactName } from "@/lib/governance/registry/schema";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { type Difference, summarizeDifference } from "./difference-words";
import { Part } from "./part";

/** Against the package before, and against the last decision on the same model (field.md: “since you last looked”). */
export function WhatChanged({ proposal }: { proposal: ProposalView }) {
  const { sinceLastTime, lastDecision, package: bundle } = proposal;
  if (sinceLastTime === null && lastDecision === null) {
    return bundle === null ? null : (
      <Part name="What changed">
        <span className="text-ink-muted">Nothing to compare with: the board has not seen this model before.</span>
      </Part>
    );
  }
  const isCompared = sinceLastTime !== null || lastDecision?.difference != null;
  return (
    <Part name={isCompared ? "What changed" : "Last decision"}>
      {sinceLastTime === null ? null : (
        <Changes
          difference={sinceLastTime.difference}
          since={
            <>
              since the package of <Instant at={sinceLastTime.submittedAt} as="day" />
            </>
          }
        />
      )}
      {lastDecision === null ? null : (
        <LastDecision last={lastDecision} isOnly={sinceLastTime === null} isNamed={isCompared} />
      )}
    </Part>
  );
}

function LastDecision({
  last,
  isOnly,
  isNamed,
}: {
  last: NonNullable<ProposalView["lastDecision"]>;
  isOnly: boolean;
  isNamed: boolean;
}) {
  const { decision, difference } = last;
  return (
    <div className="mt-1 first:mt-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {isNamed ? <span className="text-ink-muted">Last decision on it</span> : null}
        <DecisionBadge
          decision={{
            ...decision,
            isByChair: decision.ratification !== null,
            isSettlement: decision.settles !== null,
          }}
        />
        {decision.proposal === null ? (
          <Instant at={decision.decidedAt} as="day" />
        ) : (
          <Link className="link" href={paths.proposals.detail(decision.proposal)}>
            <Instant at={decision.decidedAt} as="day" />
          </Link>
        )}
      </p>
      {difference !== null && isOnly ? <Changes difference={difference} since="since that decision" /> : null}
    </div>
  );
}

function Changes({ difference, since }: { difference: Difference; since: React.ReactNode }) {
  if (difference.isSame) return <p>Nothing {since}.</p>;
  return (
    <Disclosure
      className="-mt-1 max-md:-mt-2.5"
      summary={
        <span>
          <span className="text-ink">{summarizeDifference(difference)}</span> {since}
        </span>
      }
    >
      <Details difference={difference} />
    </Disclosure>
  );
}

function Details({ difference }: { difference: Difference }) {
  const { criteria, conditionsAdded, conditionsRemoved, factsChanged } = difference;
  const changed = criteria.filter(
    (one) => one.direction !== "same" || one.isJustificationChanged || one.evidenceAdded + one.evidenceRemoved > 0,
  );
  return (
    <ul className="space-y-0.5 border-l-2 border-line pl-3">
      <li>
        Overall {formatPercent(difference.overallBeforeRatio)} → {formatPercent(difference.overallAfterRatio)}
      </li>
      {changed.map((one) => (
        <li key={one.criterion}>
          {CRITERION_LABELS[one.criterion]}
          {one.direction === "same" ? null : (
            <>
              {" "}
              {formatScore(one.beforeRatio)} → <strong className="font-medium">{formatScore(one.afterRatio)}</strong>{" "}
              <span className="text-ink-muted">({one.direction})</span>
            </>
          )}
          <span className="text-ink-muted">
            {one.isJustificationChanged ? ", justification rewritten" : ""}
            {one.evidenceAdded > 0 ? `, evidence +${one.evidenceAdded}` : ""}
            {one.evidenceRemoved > 0 ? `, evidence −${one.evidenceRemoved}` : ""}
          </span>
        </li>
      ))}
      {conditionsAdded.map((text) => (
        <li key={`+${text}`}>Condition added: {text}</li>
      ))}
      {conditionsRemoved.map((text) => (
        <li key={`-${text}`}>Condition gone: {text}</li>
      ))}
      {factsChanged.map(({ field, before, after }) => (
        <li key={field}>
          {FACT_LABELS[field as FactName] ?? sentenceCase(field)}: {say(before)} → {say(after)}
        </li>
      ))}
    </ul>
  );
}

function say(value: string | boolean | null): string {
  if (value === null) return "not known";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === "" ? "nothing" : value;
}
