"use client";
import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { Checkbox, RadioGroup } from "@/components/ui/choice";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { CharterSections } from "@/lib/governance/board/charter-draft";
import type { BoardRole } from "@/lib/governance/board/schema";
import { EntryField } from "./entry-field";
import { SectionFrame } from "./section-frame";
import { LinesArea } from "./text-sections";
import { type CharterDesk, problemAt } from "./use-charter-draft";

export function MembershipSection({ desk }: { desk: CharterDesk }) {
  const { membership } = desk.typed;
  const { requiredRoles, rules } = membership;
  const toggle = (role: BoardRole, isOn: boolean) => {
    const others = requiredRoles.filter((one) => one !== role);
    desk.change("membership", { ...membership, requiredRoles: isOn ? [...others, role] : others });
  };
  const problem = problemAt(desk, "membership", "requiredRoles");
  return (
    <SectionFrame desk={desk} section="membership">
      <fieldset>
        <legend className="text-sm font-medium">Required seats</legend>
        <div className="grid sm:grid-cols-2 lg:grid-cols-4">
          {(Object.entries(BOARD_ROLE_LABELS) as [BoardRole, string][]).map(([role, label]) => (
            <Checkbox
              key={role}
              label={label}
              checked={requiredRoles.includes(role)}
              onChange={(event) => toggle(role, event.target.checked)}
            />
          ))}
        </div>
        {problem === undefined ? null : <FieldError>{problem.message}</FieldError>}
      </fieldset>
      <p className="mt-2 mb-1 text-sm font-medium">Rules, one a line</p>
      <LinesArea
        label="Membership rules"
        lines={rules}
        onChange={(lines) => desk.change("membership", { ...membership, rules: lines })}
      />
    </SectionFrame>
  );
}

const BASES = [
  { value: "voting_seats", label: "of the voting seats in office" },
  { value: "entitled_after_recusal", label: "of those entitled after recusal" },
];

export function QuorumSection({ desk }: { desk: CharterDesk }) {
  const { quorum } = desk.typed;
  const change = (part: Partial<CharterSections["quorum"]>) => desk.change("quorum", { ...quorum, ...part });
  return (
    <SectionFrame desk={desk} section="quorum">
      <div className="grid items-start gap-3 sm:grid-cols-[10rem_minmax(0,1fr)_14rem]">
        <EntryField
          desk={desk}
          at={["quorum", "ratio"]}
          label="More than"
          value={quorum.ratio}
          onChange={(ratio) => change({ ratio })}
        />
        <Field label="Counted over">
          <Select
            value={quorum.base}
            options={BASES}
            onChange={(event) => change({ base: event.target.value as CharterSections["quorum"]["base"] })}
          />
        </Field>
        <EntryField
          desk={desk}
          at={["quorum", "minimumNonRecused"]}
          label="Members not recused, at least"
          value={quorum.minimumNonRecused}
          onChange={(minimumNonRecused) => change({ minimumNonRecused })}
        />
      </div>
      <p className="mt-2 text-sm text-ink-muted">For this board: {desk.view.quorumMeaning}</p>
    </SectionFrame>
  );
}

const BALLOTS = [
  { value: "open", label: "Open", hint: "The tally is visible while the vote is open, choices to the board" },
  { value: "sealed", label: "Sealed", hint: "No tally and no choice is visible before the close" },
];

export function BallotsSection({ desk }: { desk: CharterDesk }) {
  return (
    <SectionFrame desk={desk} section="sealedBallots">
      <RadioGroup
        legend="Ballots are"
        name="sealedBallots"
        inline
        choices={BALLOTS}
        value={desk.typed.sealedBallots ? "sealed" : "open"}
        onValueChange={(value) => desk.change("sealedBallots", value === "sealed")}
      />
    </SectionFrame>
  );
}

export function ReviewSection({ desk }: { desk: CharterDesk }) {
  return (
    <SectionFrame desk={desk} section="reviewEveryMonths">
      <EntryField
        desk={desk}
        at={["reviewEveryMonths", ""]}
        label="Months from taking effect to the review"
        className="max-w-80"
        value={desk.typed.reviewEveryMonths}
        onChange={(months) => desk.change("reviewEveryMonths", months)}
      />
    </SectionFrame>
  );
}
