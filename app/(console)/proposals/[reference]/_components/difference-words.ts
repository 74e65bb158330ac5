// Answers "what changed between two packages?" in one line; the details stand behind it.
import { plural } from "@/lib/format/words";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";

export type Difference = NonNullable<ProposalView["sinceLastTime"]>["difference"];

/** "2 criteria up, 1 condition gone, evidence +3" */
export function summarizeDifference(difference: Difference): string {
  const moved = (direction: "up" | "down") => difference.criteria.filter((one) => one.direction === direction).length;
  const rewritten = difference.criteria.filter((one) => one.direction === "same" && one.isJustificationChanged).length;
  const criteria = (count: number, how: string) => `${plural(count, "criterion", "criteria")} ${how}`;
  const conditions = (count: number, how: string) => `${plural(count, "condition")} ${how}`;
  const parts: [number, string][] = [
    [moved("up"), criteria(moved("up"), "up")],
    [moved("down"), criteria(moved("down"), "down")],
    [rewritten, `${plural(rewritten, "justification")} rewritten`],
    [difference.conditionsAdded.length, conditions(difference.conditionsAdded.length, "added")],
    [difference.conditionsRemoved.length, conditions(difference.conditionsRemoved.length, "gone")],
    [difference.evidenceAdded, `evidence +${difference.evidenceAdded}`],
    [difference.evidenceRemoved, `evidence −${difference.evidenceRemoved}`],
    [difference.factsChanged.length, `${plural(difference.factsChanged.length, "fact")} changed`],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([, words]) => words)
    .join(", ");
}
