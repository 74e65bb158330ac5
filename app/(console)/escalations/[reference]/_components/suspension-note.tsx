import { MODEL_STATUS_LABELS } from "@/components/governance/labels";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import type { EscalationView } from "@/lib/governance/escalations/view";
import { ModelStatus } from "@/lib/governance/registry/schema";

/** A critical one on a model in operation: whether it goes on running is the chair's decision (ESC-9). */
export function SuspensionNote({ item, mayDecide }: { item: EscalationView; mayDecide: boolean }) {
  const { suspension, reference } = item;
  if (suspension === null) return null;
  const status = MODEL_STATUS_LABELS[ModelStatus.parse(suspension.status)].toLowerCase();
  return (
    <section
      aria-label="Suspension"
      className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-md border border-severity-critical bg-severity-critical-soft px-4 py-3"
    >
      <p className="min-w-0 flex-[1_1_20rem]">
        <span className="font-medium">{suspension.name}</span> is {status} and goes on running. Whether it is suspended
        until this is resolved is decided by the chair, at once; the board ratifies it.
      </p>
      {mayDecide ? (
        <LinkButton href={paths.proposals.decide({ model: suspension.model, escalation: reference })}>
          Decide on suspension…
        </LinkButton>
      ) : null}
    </section>
  );
}
