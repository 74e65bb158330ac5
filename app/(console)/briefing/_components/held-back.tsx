import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { BriefingView } from "@/lib/governance/escalations/briefing";
import { EscalationList } from "../../escalations/_components/escalation-list";
import { MoreInQueue } from "./more-in-queue";

type Held = Pick<BriefingView, "downgraded" | "held">;

/** What is told more quietly than it asks for, or not at all for now; each says why (ESC-6, ESC-111, ESC-113). */
export function HeldBack({ downgraded, held }: Held) {
  return (
    <Section title="Held back" id="held" note="Nothing is dropped; severity and deadline stay">
      {downgraded.length + held.length === 0 ? (
        <p className="text-sm text-ink-muted">No budget was used up, and nothing is silenced.</p>
      ) : null}
      {downgraded.length === 0 ? null : (
        <>
          <h3 className="mb-1 text-sm font-semibold">Moved down for want of budget</h3>
          <EscalationList label="Moved down for want of budget" items={downgraded} />
          <MoreInQueue shown={downgraded.length} href={paths.escalations.list({ view: "all", mark: "downgraded" })} />
        </>
      )}
      {held.length === 0 ? null : (
        <div className="mt-6">
          <h3 className="mb-1 text-sm font-semibold">Silenced, or held by a critical one</h3>
          <EscalationList label="Silenced, or held by a critical one" items={held} />
          <MoreInQueue shown={held.length} href={paths.escalations.list({ view: "held" })} />
        </div>
      )}
    </Section>
  );
}
