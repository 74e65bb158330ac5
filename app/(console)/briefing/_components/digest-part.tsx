import Link from "next/link";
import type { ReactNode } from "react";
import type { z } from "zod";
import { sayCategory } from "@/components/governance/escalation-labels";
import { SeverityPill } from "@/components/governance/severity-pill";
import { Disclosure } from "@/components/ui/disclosure";
import { paths } from "@/lib/client/paths";
import { formatCount } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import type { DigestView } from "@/lib/governance/escalations/briefing";

export type Digest = z.infer<typeof DigestView>;
type Group = Digest["groups"][number];

/** Gathered by venture, then by category; each group says itself in one sentence and opens for its lines. */
export function DigestPart({ digest, empty }: { digest: Digest; empty: ReactNode }) {
  if (digest.groups.length === 0) return <p className="text-sm text-ink-muted">{empty}</p>;
  return (
    <ul className="border-t border-line">
      {digest.groups.map((group) => (
        <li
          key={`${group.venture?.reference} ${group.category}`}
          className="break-inside-avoid border-b border-line py-2.5"
        >
          <GroupHead group={group} />
          <p className="mt-1 max-w-200">{group.summary}</p>
          {group.items < 2 && group.linesLeftOut === 0 ? <Lines group={group} /> : <Folded group={group} />}
        </li>
      ))}
    </ul>
  );
}

function GroupHead({ group: { severity, venture, category, items } }: { group: Group }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <SeverityPill severity={severity} />
      {venture === null ? (
        <span className="font-medium">No venture</span>
      ) : (
        <Link className="font-medium hover:text-accent" href={paths.ventures.detail(venture.reference)}>
          {venture.name}
        </Link>
      )}
      <span className="text-ink-muted">{category === null ? "No category" : sayCategory(category)}</span>
      <span className="ml-auto text-xs text-ink-muted">{plural(items, "item")}</span>
    </p>
  );
}

function Folded({ group }: { group: Group }) {
  const matters = group.lines.length + group.linesLeftOut;
  return (
    <Disclosure summary={<span className="text-xs">{plural(matters, "matter")}</span>}>
      <Lines group={group} />
    </Disclosure>
  );
}

/** What happened to the items of one line, as far as anything did. */
function lineMarks({
  items,
  occurrences,
  overdue,
  downgraded,
  overBudget,
  resolved,
}: Group["lines"][number]): string[] {
  return [
    ...(items > 1 ? [plural(items, "item")] : []),
    ...(occurrences > items ? [`raised ${formatCount(occurrences)} times`] : []),
    ...(overdue > 0 ? [`${formatCount(overdue)} overdue`] : []),
    ...(downgraded > 0 ? [`${formatCount(downgraded)} moved down for want of budget`] : []),
    ...(overBudget > 0 ? [`${formatCount(overBudget)} over the budget`] : []),
    ...(resolved > 0 ? [`${formatCount(resolved)} resolved`] : []),
  ];
}

function Lines({ group }: { group: Group }) {
  return (
    <ul className="mt-1 space-y-1 text-xs text-ink-muted">
      {group.lines.map((line) => (
        <li key={`${line.title} ${line.references[0]}`} className="flex flex-wrap items-baseline gap-x-3">
          {group.items < 2 ? null : <span className="text-sm text-ink">{line.title}</span>}
          {lineMarks(line).map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
          {line.references.map((reference) => (
            <Link key={reference} className="link font-mono" href={paths.escalations.detail(reference)}>
              {reference}
            </Link>
          ))}
        </li>
      ))}
      {group.linesLeftOut === 0 ? null : (
        <li>
          <Link className="link" href={paths.escalations.list({ view: "all", scope: group.venture?.reference })}>
            {plural(group.linesLeftOut, "more matter")} in the queue
          </Link>
        </li>
      )}
    </ul>
  );
}
