import Link from "next/link";
import { sayCategory } from "@/components/governance/escalation-labels";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { Category } from "@/lib/governance/escalations/schema";

/** What no budget moves down (ESC-6). */
export function ExemptCategories({ categories }: { categories: readonly Category[] }) {
  return (
    <Section
      title="Never moved down"
      act={
        <Link className="link" href={paths.escalations.rules()}>
          Rules
        </Link>
      }
    >
      {categories.length === 0 ? (
        <p className="text-sm text-ink-muted">Every category is subject to the budgets.</p>
      ) : (
        <>
          <ul className="flex flex-wrap gap-2">
            {categories.map((category) => (
              <li key={category}>
                <Badge className="text-ink">{sayCategory(category)}</Badge>
              </li>
            ))}
          </ul>
          <p className="mt-2 max-w-read text-sm text-ink-muted">
            They go out as their severity asks, also when the budget is used up.
          </p>
        </>
      )}
    </Section>
  );
}
