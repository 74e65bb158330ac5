// A frozen scorecard as rows of the table.
import type { ScorecardRow } from "@/components/governance/scorecard-table";
import type { PackageView } from "@/lib/governance/registry/scorecard-view";

export function toScorecardRows({ criteria, scorecard }: PackageView): ScorecardRow[] {
  return criteria.map((row) => {
    const { justification = null, evidence = [] } = scorecard[row.criterion] ?? {};
    return { ...row, justification, evidence };
  });
}
