import { CharterDifference } from "@/components/governance/charter-difference";
import { Section } from "@/components/ui/section";
import type { SectionDifference } from "@/lib/governance/board/charter-draft";

type Comparison = { readonly from: string; readonly to: string; readonly differences: readonly SectionDifference[] };

/** Two versions side by side, the earlier one on the left. */
export function VersionComparison({ comparison }: { comparison: Comparison }) {
  const { from, to, differences } = comparison;
  return (
    <Section title={`From version ${from} to ${to}`}>
      <CharterDifference differences={differences} before={`Version ${from}`} after={`Version ${to}`} />
    </Section>
  );
}
