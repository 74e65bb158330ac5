"use client";
import { AUTHORITY_LABELS } from "@/components/governance/charter-labels";
import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { Checkbox } from "@/components/ui/choice";
import { cn } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { DecisionRightDraft } from "@/lib/governance/board/charter-draft";
import type { BoardDecisionKind } from "@/lib/governance/board/decision-right";
import { EntryField } from "./entry-field";
import { SectionFrame } from "./section-frame";
import { type CharterDesk, problemAt } from "./use-charter-draft";

const options = <Value extends string>(labels: Record<Value, string>) =>
  (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));
const AUTHORITIES = options(AUTHORITY_LABELS);
const COMPARISONS = options<DecisionRightDraft["comparison"]>({ at_least: "at least", more_than: "more than" });
const BASES = options<DecisionRightDraft["base"]>({ yes_plus_no: "of yes + no", all_entitled: "of all entitled" });
const QUORUMS = options<DecisionRightDraft["quorumSource"]>({
  charter: "as for the board",
  own: "its own",
  none: "none of its own",
});

/** One row a kind of decision: who, how much yes, which quorum, and what that means for this board. */
export function DecisionRightsSection({ desk }: { desk: CharterDesk }) {
  const rights = desk.typed.decisionRights;
  return (
    <SectionFrame
      desk={desk}
      section="decisionRights"
      hint="Shares are exact fractions, such as 2/3. A decimal is asked about, not converted."
    >
      <ul className="border-t border-line">
        {desk.view.meanings.map(({ kind }) => (
          <Right
            key={kind}
            desk={desk}
            kind={kind}
            right={rights[kind]}
            onChange={(change) => desk.change("decisionRights", { ...rights, [kind]: { ...rights[kind], ...change } })}
          />
        ))}
      </ul>
    </SectionFrame>
  );
}

type Change = (change: Partial<DecisionRightDraft>) => void;
type RowProps = { desk: CharterDesk; kind: BoardDecisionKind; right: DecisionRightDraft; onChange: Change };

function Right({ desk, kind, right, onChange }: RowProps) {
  const meaning = desk.view.meanings.find((one) => one.kind === kind);
  const isOpen = problemAt(desk, "decisionRights", `${kind}.threshold`) !== undefined;
  const isReachable = meaning?.isReachable ?? true;
  return (
    <li className="border-b border-line py-3">
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">{PROPOSAL_KIND_LABELS[kind]}</legend>
        <div className="grid grid-cols-2 items-start gap-3 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,0.9fr)_10rem_minmax(0,1fr)_minmax(0,1.1fr)]">
          <Field label="Authority" className="max-lg:col-span-2">
            <Select
              value={right.authority}
              options={AUTHORITIES}
              onChange={(event) => onChange({ authority: event.target.value as DecisionRightDraft["authority"] })}
            />
          </Field>
          <Field label="Yes must be">
            <Select
              value={right.comparison}
              options={COMPARISONS}
              onChange={(event) => onChange({ comparison: event.target.value as DecisionRightDraft["comparison"] })}
            />
          </Field>
          <EntryField
            desk={desk}
            at={["decisionRights", `${kind}.threshold`]}
            label="Share"
            value={right.threshold}
            onChange={(threshold) => onChange({ threshold })}
          />
          <Field label="Counted over">
            <Select
              value={right.base}
              options={BASES}
              onChange={(event) => onChange({ base: event.target.value as DecisionRightDraft["base"] })}
            />
          </Field>
          <Quorum desk={desk} kind={kind} right={right} onChange={onChange} />
        </div>
        <div className="mt-1 flex flex-wrap items-center justify-between gap-x-6">
          <p className={cn("text-sm", isReachable ? "text-ink-muted" : "font-medium text-rejected")}>
            {isOpen ? "What it means is shown once the share is a fraction." : meaning?.sentence}
          </p>
          <Checkbox
            label="Escalates at once"
            checked={right.escalates}
            onChange={(event) => onChange({ escalates: event.target.checked })}
          />
        </div>
      </fieldset>
    </li>
  );
}

function Quorum({ desk, kind, right, onChange }: RowProps) {
  return (
    <div className="space-y-2">
      <Field label="Quorum">
        <Select
          value={right.quorumSource}
          options={QUORUMS}
          onChange={(event) => onChange({ quorumSource: event.target.value as DecisionRightDraft["quorumSource"] })}
        />
      </Field>
      {right.quorumSource === "own" ? (
        <EntryField
          desk={desk}
          at={["decisionRights", `${kind}.quorumRatio`]}
          label="More than"
          value={right.quorumRatio}
          onChange={(quorumRatio) => onChange({ quorumRatio })}
        />
      ) : null}
    </div>
  );
}
