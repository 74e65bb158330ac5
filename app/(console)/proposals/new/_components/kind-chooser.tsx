import Link from "next/link";
import { PROPOSAL_KIND_LABELS, TRUST_LABELS } from "@/components/governance/labels";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { KindItem } from "@/lib/governance/voting/kind-view";
import type { ProposalKind } from "@/lib/governance/voting/schema";

/** Where a kind without a form of its own begins. */
type Beginning = {
  /** `escalation`: what it answers, when it was begun from one. */
  readonly href: (escalation?: string) => string;
  readonly label: string;
  readonly isForChair?: true;
};
const DECIDE: Beginning = {
  href: (escalation) => paths.proposals.decide({ escalation }),
  label: "Decide as chair",
  isForChair: true,
};
const BEGINNINGS: Partial<Record<ProposalKind, Beginning>> = {
  model_approval: { href: () => paths.models.list(), label: "Go to the models" },
  charter_amendment: { href: () => paths.charterDraft(), label: "Edit the charter’s draft" },
  emergency_action: DECIDE,
  incident_response: DECIDE,
};

/** Everything that can be put to a vote, by who decides it. */
export function KindChooser({
  kinds,
  isChair,
  escalation,
}: {
  kinds: readonly KindItem[];
  isChair: boolean;
  escalation?: string;
}) {
  return (
    <div className="grid gap-x-12 lg:grid-cols-2">
      <Group
        title="Decisions of the board"
        note="One seat, one vote, by the rules of the charter"
        kinds={kinds.filter((one) => one.decidedBy === "board")}
        isChair={isChair}
        escalation={escalation}
      />
      <Group
        title="Decisions of all members"
        note="Every vote weighs by trust"
        kinds={kinds.filter((one) => one.decidedBy === "members")}
        isChair={isChair}
        escalation={escalation}
      />
    </div>
  );
}

function Group({
  title,
  note,
  kinds,
  isChair,
  escalation,
}: {
  title: string;
  note: string;
  kinds: readonly KindItem[];
  isChair: boolean;
  escalation?: string;
}) {
  if (kinds.length === 0) return null;
  return (
    <Section title={title} note={note} rule={false} className="mt-2 max-lg:mt-6">
      <ul className="border-t border-line">
        {kinds.map((kind) => (
          <li key={kind.kind} className="relative border-b border-line py-3 has-[a[data-whole]]:hover:bg-sunken">
            <Kind kind={kind} isChair={isChair} escalation={escalation} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Kind({ kind: item, isChair, escalation }: { kind: KindItem; isChair: boolean; escalation?: string }) {
  const { kind, summary, ownWay, mayPropose, why, leastTrust, decidedBy } = item;
  const label = PROPOSAL_KIND_LABELS[kind];
  const beginning = BEGINNINGS[kind]?.isForChair && !isChair ? undefined : BEGINNINGS[kind];
  const hasForm = mayPropose && ownWay === null;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-medium">
          {hasForm ? (
            <Link
              data-whole
              href={paths.proposals.create({ kind, escalation })}
              className="link after:absolute after:inset-0"
            >
              {label}
            </Link>
          ) : (
            label
          )}
        </h3>
        {decidedBy === "members" ? (
          <span className="text-xs text-ink-muted">from trust level {TRUST_LABELS[leastTrust].toLowerCase()}</span>
        ) : null}
      </div>
      <p className="text-sm text-ink-muted">{summary}.</p>
      {ownWay === null || !mayPropose ? null : (
        <p className="mt-0.5 text-sm">
          {ownWay}{" "}
          {beginning === undefined ? null : (
            <Link href={beginning.href(escalation)} className="link">
              {beginning.label}
            </Link>
          )}
        </p>
      )}
      {why === null ? null : <p className="mt-0.5 text-sm">You cannot propose it: {lowerFirst(why)}</p>}
    </>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
