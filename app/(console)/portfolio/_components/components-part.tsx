import Link from "next/link";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { ComponentItem } from "@/lib/governance/portfolio/schema";
import { ComponentTable } from "../../components/_components/component-table";

/** What acts for the organisation across its ventures. */
export function ComponentsPart({ components, hasMore }: { components: readonly ComponentItem[]; hasMore: boolean }) {
  return (
    <Section title="Components of the ecosystem" note="They act for the organisation, across its ventures">
      <ComponentTable
        components={components}
        empty={<p className="text-sm text-ink-muted">No component is registered yet.</p>}
      />
      {hasMore ? (
        <Link href={paths.components.list()} className="link mt-3 inline-flex min-h-6 items-center text-sm">
          All components
        </Link>
      ) : null}
    </Section>
  );
}
