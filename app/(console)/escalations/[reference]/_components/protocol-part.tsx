import { AUDIENCE_LABELS } from "@/components/governance/charter-labels";
import { CHANNEL_LABELS } from "@/components/governance/escalation-labels";
import { Badge } from "@/components/ui/badge";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { joinList } from "@/lib/format/words";
import type { EscalationView } from "@/lib/governance/escalations/view";

type Step = EscalationView["protocol"]["steps"][number];

export function sayAudiences(audiences: readonly string[]): string {
  return joinList(audiences.map((each) => (AUDIENCE_LABELS as Readonly<Record<string, string>>)[each] ?? each));
}

function sayStep({ kind, step, audiences }: Step): string {
  const to = sayAudiences(audiences);
  if (kind === "first") return `The ${to} are told`.replace(/^The (team|chair) are/u, "The $1 is");
  if (kind === "half_time") return `Reminder to the ${to}, if nobody has answered`;
  return `Step ${step}, if it is overdue: the ${to}`;
}

/** What is not told at once is told together with others. */
function sayQuietly({ place, channel }: EscalationView): string {
  if (place === "held") return "held for now";
  return `with the ${CHANNEL_LABELS[channel].toLowerCase()}`;
}

function Done({ step, item }: { step: Step; item: EscalationView }) {
  if (step.doneAt !== null) {
    return (
      <>
        done <Instant at={step.doneAt} as="dayTime" />
        {step.isLate ? <Badge className="ml-2 text-severity-high">Late</Badge> : null}
      </>
    );
  }
  if (item.resolved !== null) return "not needed any more";
  if (step.kind === "half_time" && item.status !== "open") return "not needed: it is answered";
  if (step.kind === "first" && (item.place !== "delivered" || item.channel !== "immediate")) return sayQuietly(item);
  return (
    <>
      due <Instant at={step.dueAt} as="dayTime" />
    </>
  );
}

/** Who is told in which order, and what has to be on record before it is closed (ESC-8, ESC-9). */
export function ProtocolPart({ item }: { item: EscalationView }) {
  const { steps, mustRecord } = item.protocol;
  return (
    <Section title="Response protocol" note="By the charter in force when it became this severe">
      <ol className="border-t border-line">
        {steps.map((step) => (
          <li
            key={`${step.kind}-${step.step}`}
            className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2"
          >
            <span aria-hidden className={step.doneAt === null ? "text-ink-faint" : "text-passed"}>
              {step.doneAt === null ? "○" : "●"}
            </span>
            <span className="min-w-0 flex-1 basis-52">{sayStep(step)}</span>
            <span className="text-sm text-ink-muted">
              <Done step={step} item={item} />
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-sm text-ink-muted">To be on record before it is closed:</p>
      <ul className="list-disc pl-5 text-sm text-ink-muted">
        {mustRecord.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Section>
  );
}
