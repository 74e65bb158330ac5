import { AlertTriangle } from "lucide-react";
import { VerdictReasons } from "@/components/governance/verdict-reasons";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import type { ModelView } from "@/lib/governance/registry/view";
import { PackageLink } from "./package-link";

/** When it was looked at last, when next, and whether the approval still fits the model (REG-5, REG-7). */
export function ReviewPart({ model }: { model: ModelView }) {
  const { review, approval } = model;
  return (
    <Section title="Review and approval">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-ink-muted">Last review</dt>
        <dd>{review.lastReviewAt === null ? "Never" : <Instant at={review.lastReviewAt} as="day" />}</dd>
        <dt className="text-ink-muted">Next review</dt>
        <dd>
          {review.isDue ? (
            <span className="inline-flex items-center gap-1 font-medium text-severity-high">
              <AlertTriangle aria-hidden className="size-3.5" />
              {review.nextReviewAt === null ? "Due now" : "Due since "}
              {review.nextReviewAt === null ? null : <Instant at={review.nextReviewAt} as="day" />}
            </span>
          ) : review.nextReviewAt === null ? (
            <span className="text-ink-muted">
              {model.status === "proposed" || model.status === "under_review" ? "With the first approval" : "Not set"}
            </span>
          ) : (
            <Instant at={review.nextReviewAt} as="day" />
          )}
        </dd>
        <dt className="text-ink-muted">Every</dt>
        <dd>{review.everyDays} days</dd>
      </dl>
      {approval === null ? (
        <p className="mt-3 text-sm text-ink-muted">Never approved on a package.</p>
      ) : (
        <div className="mt-3 text-sm">
          <p className={approval.outcome === "stale" ? "font-medium text-severity-high" : undefined}>
            {approval.outcome === "stale" ? "The approval is stale: submit it anew" : "The approval is current"}
          </p>
          <VerdictReasons reasons={approval.reasons} label="Why" className="mt-1" />
          <p className="mt-1">
            <PackageLink reference={model.reference} digest={approval.digest} />
          </p>
        </div>
      )}
    </Section>
  );
}
