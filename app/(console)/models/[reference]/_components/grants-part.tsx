import Link from "next/link";
import { Day, GrantBadge } from "@/components/governance/grant-marks";
import { GRANT_KIND_LABELS } from "@/components/governance/policy-labels";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { GrantItem } from "@/lib/governance/policy/view";

/** What the board lets stand for it, and what it let stand before; nothing when there never was any. */
export function GrantsPart({ items }: { items: readonly GrantItem[] }) {
  if (items.length === 0) return null;
  return (
    <Section
      title="Risk acceptances and exceptions"
      act={
        <Link href={paths.grants.list()} className="link">
          All of them
        </Link>
      }
    >
      <ul className="border-t border-line text-sm">
        {items.map((grant) => (
          <li key={grant.reference} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
            <GrantBadge grant={grant} />
            <Link className="link min-w-0 flex-1 basis-56 font-medium" href={paths.grants.detail(grant.reference)}>
              <span className="line-clamp-2">{grant.what}</span>
            </Link>
            <span className="text-ink-muted">
              {GRANT_KIND_LABELS[grant.kind]} until <Day day={grant.until} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
