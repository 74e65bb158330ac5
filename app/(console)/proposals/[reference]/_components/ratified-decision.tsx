import { Check, Clock, TriangleAlert, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { reasonSentence } from "@/components/governance/reason-sentences";
import { cn } from "@/components/ui/class-names";
import { Instant } from "@/components/ui/instant";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import type { DecisionStanding } from "@/lib/governance/voting/schema";
import { Execute } from "./act-sheets";

type Shown = DecisionStanding | "stuck";

const LOOKS: Record<Shown, { style: string; ink: string; shape: typeof Clock; words: string }> = {
  provisional: {
    style: "border-provisional bg-provisional-soft",
    ink: "text-provisional",
    shape: Clock,
    words: "Decided by the chair alone, in force provisionally",
  },
  final: {
    style: "border-passed bg-passed-soft",
    ink: "text-passed",
    shape: Check,
    words: "Ratified: the decision is final",
  },
  reversed: {
    style: "border-rejected bg-rejected-soft",
    ink: "text-rejected",
    shape: Undo2,
    words: "Not ratified: the decision is reversed",
  },
  stuck: {
    style: "border-rejected bg-rejected-soft",
    ink: "text-rejected",
    shape: TriangleAlert,
    words: "Not ratified, and it could not be reversed",
  },
};

/** What the chair did, how long it stands, and what has become of it (VOT-11); nothing for any other vote. */
export function RatifiedDecision({ proposal }: { proposal: ProposalView }) {
  const { ratification, executionFailure } = proposal;
  if (ratification === null) return null;
  const { standing } = ratification.decision;
  const { style, ink, shape: Shape, words } = LOOKS[executionFailure === null ? standing : "stuck"];
  return (
    <section aria-label="The chair’s decision" className={cn("mb-5 rounded-md border px-4 py-3", style)}>
      <p className={cn("flex items-center gap-1.5 font-medium", ink)}>
        <Shape aria-hidden className="size-4 shrink-0" />
        {words}
      </p>
      <div className="mt-1 space-y-1">
        {executionFailure !== null ? (
          <Stuck proposal={proposal} cause={executionFailure} />
        ) : standing === "provisional" ? (
          <InForce proposal={proposal} />
        ) : (
          <Settled proposal={proposal} />
        )}
      </div>
    </section>
  );
}

type Ratification = NonNullable<ProposalView["ratification"]>;

function Decided({ decision, at }: { decision: Ratification["decision"]; at?: ReactNode }) {
  return (
    <>
      <span className="font-mono text-xs whitespace-nowrap">{decision.reference}</span> by{" "}
      {decision.decidedBy?.name ?? "the chair"}, {at ?? <Instant at={decision.decidedAt} as="dayTime" />}
    </>
  );
}

function InForce({ proposal }: { proposal: ProposalView }) {
  const { ratification, deadlineAt } = proposal;
  if (ratification === null) return null;
  return (
    <>
      <p>
        {ratification.inForce} It took effect at once: <Decided decision={ratification.decision} />.
      </p>
      <p>
        Reversed {deadlineAt === null ? null : <Instant at={deadlineAt} as="deadline" className="font-medium" />} unless
        the board ratifies it: {ratification.ifNotRatified}
      </p>
    </>
  );
}

/** Both decisions by name: the chair's, and the one that settled it. */
function Settled({ proposal }: { proposal: ProposalView }) {
  const { ratification, decision } = proposal;
  if (ratification === null) return null;
  return (
    <>
      <p>
        The chair’s decision: <Decided decision={ratification.decision} />.
      </p>
      {decision === null ? null : (
        <p>
          {ratification.decision.standing === "final" ? "Made final" : "Reversed"} by{" "}
          <span className="font-mono text-xs whitespace-nowrap">{decision.reference}</span>,{" "}
          <Instant at={decision.decidedAt} as="dayTime" />. Both stay on record.
        </p>
      )}
    </>
  );
}

function Stuck({ proposal, cause }: { proposal: ProposalView; cause: string }) {
  const { ratification, mine, reference } = proposal;
  if (ratification === null) return null;
  return (
    <>
      <p>{reasonSentence({ code: cause, facts: {} })}.</p>
      <p>
        The chair’s decision: <Decided decision={ratification.decision} />. It stays provisional until the chair or an
        admin has tried again; where there is nothing left to bring back, that settles it.
      </p>
      {mine.acts.execute.isAllowed ? (
        <div className="pt-1 print:hidden">
          <Execute reference={reference} isReversal />
        </div>
      ) : null}
    </>
  );
}
