import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { CRITERION_LABELS } from "@/components/governance/labels";
import { fieldWords } from "@/components/governance/reason-sentences";
import { formatPercent, formatScore } from "@/lib/format/number";
import { plural, sentenceCase } from "@/lib/format/words";
import type { PackageView } from "@/lib/governance/registry/scorecard-view";

type Difference = NonNullable<PackageView["difference"]>;
type Plain = Difference["factsChanged"][number]["before"];

const DIRECTIONS = { up: ArrowUp, down: ArrowDown, same: ArrowRight } as const;

function say(value: Plain): string {
  if (value === null) return "not known";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value.length > 80 ? `${value.slice(0, 80)}…` : value || "nothing";
}

function CriterionLine({ change }: { change: Difference["criteria"][number] }) {
  const Direction = DIRECTIONS[change.direction];
  const notes = [
    change.isJustificationChanged ? "justification rewritten" : "",
    change.evidenceAdded > 0 ? `evidence +${change.evidenceAdded}` : "",
    change.evidenceRemoved > 0 ? `evidence −${change.evidenceRemoved}` : "",
  ].filter(Boolean);
  return (
    <>
      <span className="font-medium">{CRITERION_LABELS[change.criterion]}</span>{" "}
      {change.direction === "same" ? null : (
        <>
          <Direction aria-hidden className="inline size-3.5" /> {formatScore(change.beforeRatio)} to{" "}
          {formatScore(change.afterRatio)}
          {notes.length > 0 ? ", " : ""}
        </>
      )}
      <span className="text-ink-muted">{notes.join(", ")}</span>
    </>
  );
}

/** What changed against the package before. */
export function PackageDifference({ difference }: { difference: PackageView["difference"] }) {
  if (difference === null) return <p className="text-sm text-ink-muted">The first package of this model.</p>;
  if (difference.isSame) return <p className="text-sm text-ink-muted">The same as the package before.</p>;
  const { overallBeforeRatio: before, overallAfterRatio: after } = difference;
  return (
    <ul aria-label="What changed since the package before" className="space-y-1 text-sm">
      {before === after ? null : (
        <li>
          <span className="font-medium">Overall</span> {formatPercent(before, 1)} to {formatPercent(after, 1)}
        </li>
      )}
      {difference.factsChanged.map((fact) => (
        <li key={fact.field}>
          <span className="font-medium">{sentenceCase(fieldWords(fact.field))}</span>{" "}
          <span className="break-words text-ink-muted">
            {say(fact.before)} to {say(fact.after)}
          </span>
        </li>
      ))}
      {difference.criteria.map((change) => (
        <li key={change.criterion}>
          <CriterionLine change={change} />
        </li>
      ))}
      {difference.conditionsAdded.length === 0 ? null : (
        <li>{plural(difference.conditionsAdded.length, "condition")} added</li>
      )}
      {difference.conditionsRemoved.length === 0 ? null : (
        <li>{plural(difference.conditionsRemoved.length, "condition")} gone</li>
      )}
    </ul>
  );
}
