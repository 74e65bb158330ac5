import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { plural } from "@/lib/format/words";
import type { BriefingView } from "@/lib/governance/escalations/briefing";
import { DigestPart } from "./digest-part";

const NAMES = {
  next_briefing: "Briefing",
  daily_summary: "Daily summary",
  weekly_digest: "Weekly digest",
} as const;

/** The latest of each kind as it went out. */
export function LastSent({ delivered }: Pick<BriefingView, "delivered">) {
  if (delivered.length === 0) return null;
  return (
    <div className="print:hidden">
      <Section title="Sent last">
        {delivered.map(({ kind, at, isLate, content }) => (
          <Disclosure
            key={kind}
            summary={
              <span className="flex flex-wrap items-center gap-x-3">
                <span className="font-medium text-ink">{NAMES[kind]}</span>
                <Instant at={at} as="dayTime" />
                <span>{plural(content.items, "item")}</span>
                {isLate ? <Badge>Late: the product stood still</Badge> : null}
              </span>
            }
          >
            <DigestPart digest={content} empty="It was empty." />
          </Disclosure>
        ))}
      </Section>
    </div>
  );
}
