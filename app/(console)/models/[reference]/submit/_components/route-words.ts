// What a submission leads to, in words, before it is sent (REG-6).
import { MODEL_STATUS_LABELS, TIER_LABELS } from "@/components/governance/labels";
import { formatHours } from "@/lib/format/duration";
import { plural } from "@/lib/format/words";
import type { ModelStatus, Tier } from "@/lib/governance/registry/schema";
import type { ScorecardView } from "@/lib/governance/registry/scorecard-view";

export type RouteFacts = {
  readonly route: ScorecardView["route"]["outcome"];
  readonly tier: Tier;
  readonly status: ModelStatus;
  readonly reviewEveryDays: number;
  readonly votingHours: number;
  readonly conditions: number;
};

function sayApproval({ reviewEveryDays, conditions }: RouteFacts): string {
  const next = `the next review is due ${reviewEveryDays} days later`;
  if (conditions === 0) return `On approval ${next}.`;
  return `On approval ${next}, and ${plural(conditions, "condition becomes a follow-up", "conditions become follow-ups")}.`;
}

function sayMeanwhile({ status }: RouteFacts): string {
  const stands = status === "proposed" ? "It is under review" : `It stays ${MODEL_STATUS_LABELS[status].toLowerCase()}`;
  return `${stands} meanwhile; its facts and scorecard cannot be changed unless you withdraw.`;
}

/** One step a sentence. */
export function sayRoute(facts: RouteFacts): readonly string[] {
  const { step, word } = TIER_LABELS[facts.tier];
  const frozen = "The package is frozen with its digest.";
  const vote = `The board votes for ${formatHours(facts.votingHours)}`;
  switch (facts.route) {
    case "approved_by_rule":
      return [
        frozen,
        `Tier ${step} ${word} and a passing scorecard: it is approved at once by rule, and reported to the board.`,
        sayApproval(facts),
      ];
    case "returned_to_owner":
      return [
        frozen,
        `Tier ${step} ${word}, but the scorecard does not pass: it comes back to you with the reasons, and the board is not asked.`,
      ];
    case "advisory_vote":
      return [
        frozen,
        `Tier ${step} ${word}: ${vote.charAt(0).toLowerCase()}${vote.slice(1)} as advice, then the chair decides and gives a reason when going against it.`,
        sayMeanwhile(facts),
        sayApproval(facts),
      ];
    case "board_vote":
      return [
        frozen,
        `Tier ${step} ${word}: ${vote.charAt(0).toLowerCase()}${vote.slice(1)}, and its decision binds. You are recused as the owner.`,
        sayMeanwhile(facts),
        sayApproval(facts),
      ];
  }
}

export const SUBMIT_LABELS: Readonly<Record<RouteFacts["route"], string>> = {
  approved_by_rule: "Submit for approval by rule",
  returned_to_owner: "Submit although it does not pass",
  advisory_vote: "Submit for advice",
  board_vote: "Submit for a vote",
};
