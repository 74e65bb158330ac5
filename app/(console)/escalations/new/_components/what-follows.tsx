"use client";
import Link from "next/link";
import { AUDIENCE_LABELS } from "@/components/governance/charter-labels";
import { CHANNEL_LABELS } from "@/components/governance/escalation-labels";
import { cn } from "@/components/ui/class-names";
import { DefinitionList } from "@/components/ui/definition-list";
import { paths } from "@/lib/client/paths";
import { formatHours } from "@/lib/format/duration";
import { joinList, plural } from "@/lib/format/words";
import { SeverityScore } from "../../_components/severity-score";
import type { Preview } from "./use-severity";

const EXPLAINED: Record<Preview["channel"], string> = {
  immediate: "told at once",
  next_briefing: "a card of the next briefing",
  daily_summary: "gathered into today’s summary",
  weekly_digest: "gathered into this week’s digest",
};

/** What raising it as typed would mean, before it is raised. */
export function WhatFollows({ preview, isStale }: { preview: Preview | null; isStale: boolean }) {
  return (
    <section aria-label="What follows" aria-live="polite" aria-busy={isStale || undefined}>
      <h2 className="mb-3 text-base font-semibold">What follows</h2>
      {preview === null ? (
        <p className="text-ink-muted">
          Begin with a title or a known trigger: the severity and its reasons appear here.
        </p>
      ) : (
        <div className={cn("transition-opacity", isStale && "opacity-60")}>
          {preview.joins === null ? null : (
            <p className="mb-4 rounded-md border border-line-strong bg-sunken px-3 py-2">
              It joins{" "}
              <Link className="link font-medium" href={paths.escalations.detail(preview.joins.reference)}>
                {preview.joins.title}
              </Link>
              , raised {plural(preview.joins.occurrences, "time")} already. It will count as one more, not as a new one.
            </p>
          )}
          <SeverityScore severity={preview.severity} severityScore={preview.severityScore} parts={preview.parts} />
          <DefinitionList
            className="mt-4 md:grid-cols-[7rem_1fr]"
            items={[
              { term: "Channel", value: `${CHANNEL_LABELS[preview.channel]}: ${EXPLAINED[preview.channel]}` },
              { term: "To be resolved", value: `Within ${formatHours(preview.respondWithinHours)}` },
              { term: "Told first", value: `The ${joinList(preview.notifies.map((each) => AUDIENCE_LABELS[each]))}` },
              ...(preview.needsReview
                ? [{ term: "Before it closes", value: "A post-incident review, signed by the chair" }]
                : []),
            ]}
          />
          {preview.heldBy === null ? null : (
            <p className="mt-3 text-sm">
              It would be held by {preview.heldBy.reference} for now, with a mark, and come back when that ends.
            </p>
          )}
        </div>
      )}
    </section>
  );
}
