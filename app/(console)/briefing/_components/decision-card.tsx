import Link from "next/link";
import type { ReactNode } from "react";
import { sayCategory } from "@/components/governance/escalation-labels";
import { SeverityPill } from "@/components/governance/severity-pill";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { DecisionCard as Card, CardOption } from "@/lib/governance/escalations/briefing";
import { Counts, sayDowngrade } from "../../escalations/_components/queue-marks";

const EDGES = {
  low: "border-l-severity-low",
  medium: "border-l-severity-medium-solid",
  high: "border-l-severity-high-solid",
  critical: "border-l-severity-critical-solid",
} as const;

/** What is asked, until when, and what each answer does; `act` draws what an answer is pressed by. */
export function DecisionCard({ card, act }: { card: Card; act: (option: CardOption) => ReactNode }) {
  const { item, question, options } = card;
  const { reference, title, severity, isOverdue, respondBy } = item;
  const why = sayDowngrade(item);
  return (
    <article
      aria-labelledby={`card-${reference}`}
      className={`mb-4 break-inside-avoid rounded-r-md border border-l-4 border-line bg-raised px-4 py-3.5 md:px-5 ${EDGES[severity]}`}
    >
      <div className="flex gap-x-6 gap-y-1 max-md:flex-col md:items-baseline">
        <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-muted">
          <SeverityPill severity={severity} />
          <About item={item} />
        </p>
        <p className={isOverdue ? "shrink-0 font-medium text-severity-critical" : "shrink-0"}>
          {isOverdue ? "Was due " : "Due "}
          <Instant at={respondBy} as="deadline" />
        </p>
      </div>
      <h3 id={`card-${reference}`} className="mt-1.5 font-serif text-base font-semibold">
        <Link href={paths.escalations.detail(reference)} className="rounded-sm hover:text-accent">
          {title}
        </Link>
        <Counts item={item} />
      </h3>
      <p className="mt-1 max-w-read">{question}</p>
      {why === "" ? null : <p className="mt-1 text-xs text-ink-muted">Here instead of at once: {why}.</p>}
      <dl className="mt-3 grid gap-x-8 gap-y-2 border-t border-line pt-2.5 sm:grid-cols-2 lg:grid-cols-3">
        {options.map((option) => (
          <div
            key={option.act}
            className="relative min-w-0 rounded-sm py-0.5 transition-colors hover:bg-line/35 max-sm:py-1.5"
          >
            <dt className="text-sm">{act(option)}</dt>
            <dd className="text-xs text-ink-muted">{option.does}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function About({ item: { reference, model, venture, category, source, raisedAt } }: { item: Card["item"] }) {
  return (
    <>
      <span className="font-mono">{reference}</span>
      {category === null ? null : <span>{sayCategory(category)}</span>}
      {model === null ? null : (
        <Link className="link" href={paths.models.detail(model.reference)}>
          {model.name}
        </Link>
      )}
      {venture === null ? null : (
        <Link className="link" href={paths.ventures.detail(venture.reference)}>
          {venture.name}
        </Link>
      )}
      <span>
        {source === "person" ? "raised" : `raised by ${source}`} <Instant at={raisedAt} />
      </span>
    </>
  );
}
