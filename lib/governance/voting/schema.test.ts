import { describe, expect, test } from "vitest";
import { STANDARD_DECISION_RIGHTS, STANDARD_QUORUM_RULES } from "../board/decision-right.ts";
import { standardRule, toBoardRule } from "./decision-rule.ts";
import { toVotingEvent } from "./events.ts";
import { assessProposer } from "./proposer.ts";
import { refuseFor } from "./refusals.ts";
import { describeRule } from "./rule-sentence.ts";
import {
  ConditionInput,
  ProposalDescription,
  type ProposalKind,
  ProposalTitle,
  Reasoning,
  VotingHours,
} from "./schema.ts";
import { tallyOf } from "./tally-fixture.ts";

describe("inputs", () => {
  test.each([
    ["[VOT-2] a title of 1 character", ProposalTitle, "a", true],
    ["[VOT-2] a title of 200 characters", ProposalTitle, "😀".repeat(200), true],
    ["[VOT-2] a title of 201 characters", ProposalTitle, "a".repeat(201), false],
    ["[VOT-2] a title of spaces", ProposalTitle, "   ", false],
    ["[VOT-2] a title with NUL", ProposalTitle, "a\u0000b", false],
    ["[VOT-2] a title with a lone surrogate", ProposalTitle, "a\ud800", false],
    ["[VOT-2] a description of 10,000", ProposalDescription, "d".repeat(10_000), true],
    ["[VOT-2] a description of 10,001", ProposalDescription, "d".repeat(10_001), false],
    ["[VOT-2] an empty description", ProposalDescription, "", false],
    ["[VOT-2] 1 hour", VotingHours, 1, true],
    ["[VOT-2] 168 hours", VotingHours, 168, true],
    ["[VOT-2] 0 hours", VotingHours, 0, false],
    ["[VOT-2] 169 hours", VotingHours, 169, false],
    ["[VOT-2] one and a half hours", VotingHours, 1.5, false],
    ["[VOT-2] NaN hours", VotingHours, Number.NaN, false],
    ["[VOT-2] hours as text", VotingHours, "72", false],
    ["[VOT-15] no reasoning", Reasoning, "", true],
    ["[VOT-15] reasoning of 2,000", Reasoning, "r".repeat(2_000), true],
    ["[VOT-15] reasoning of 2,001", Reasoning, "r".repeat(2_001), false],
    ["[VOT-110] a condition with a date", ConditionInput, { text: "Bias audit", dueInDays: 45 }, true],
    ["[VOT-110] a condition without text", ConditionInput, { text: " " }, false],
    ["[VOT-110] a condition due at once", ConditionInput, { text: "Bias audit", dueInDays: 0 }, false],
    ["[VOT-110] a condition with an unknown field", ConditionInput, { text: "Bias audit", by: "me" }, false],
  ])("%s", (_name, schema, value, accepted) => {
    expect(schema.safeParse(value).success).toBe(accepted);
  });

  test("[VOT-110] a condition may leave its days to the setting", () => {
    expect(ConditionInput.parse({ text: "Bias audit" })).toEqual({ text: "Bias audit" });
  });
});

describe("the rule in words, before anybody votes", () => {
  test.each<[ProposalKind, string]>([
    ["model_approval", "Passes with more yes than no; a tie fails; 4 of 7 must take part."],
    [
      "policy_change",
      "Passes with yes from 5 of all 7 entitled votes (at least 2/3); silence and abstaining count like no.",
    ],
    ["charter_amendment", "Passes with yes at least 3/4 of yes and no; 4 of 7 must take part."],
    ["risk_acceptance", "Passes with the yes of the chair and of at least two others; a single no defeats it."],
    [
      "configuration",
      "Passes with at least as many yes as no; a tie passes; 1.5 of 3.5 votes by weight must take part.",
    ],
  ])("[VOT-7] %s", (kind, sentence) => {
    expect(describeRule(standardRule(kind), tallyOf({ waiting: 7, chair: "waiting" }))).toBe(sentence);
  });
});

describe("frozen rules", () => {
  test("[VOT-3] a board rule takes its share from the charter's decision right, its quorum from the charter", () => {
    const rules = { ...STANDARD_QUORUM_RULES, base: "entitled_after_recusal", minimumNonRecused: 3 } as const;
    const own = { source: "own", ratio: { numerator: 2, denominator: 3 } } as const;
    const right = { ...STANDARD_DECISION_RIGHTS.model_approval, quorum: own };
    const terms = { version: "charter 2.0", effect: "advisory", ballots: "sealed" } as const;
    expect(toBoardRule("model_approval", right, rules, terms)).toMatchObject({
      version: "charter 2.0",
      effect: "advisory",
      ballots: "sealed",
      threshold: right.threshold,
      quorum: {
        fraction: own.ratio,
        base: "entitled_after_recusal",
        formula: "floor_plus_one",
        minimumNonRecused: 3,
      },
    });
  });
});

describe("who may propose by trust", () => {
  test.each([
    ["configuration", "trusted", "allowed"],
    ["configuration", "standard", "refused"],
    ["policy", "core", "allowed"],
    ["policy", "standard", "refused"],
    ["trust_adjustment", "trusted", "allowed"],
    ["trust_adjustment", "standard", "refused"],
    ["overlay_registration", "standard", "allowed"],
    ["overlay_registration", "sandbox", "refused"],
    ["overlay_update", "standard", "allowed"],
    ["overlay_update", "sandbox", "refused"],
    ["emergency", "core", "allowed"],
    ["emergency", "trusted", "refused"],
    ["model_approval", "sandbox", "allowed"],
    ["model_approval", "quarantine", "refused"],
  ] as const)("[VOT-111] %s by %s: %s", (kind, trustLevel, outcome) => {
    expect(assessProposer(kind, { trustLevel, roles: ["model_owner"] }).outcome).toBe(outcome);
  });

  test.each([
    ["a plain member proposes by trust", "overlay_registration", "member", "allowed"],
    ["a plain member does not propose to the board", "decommission", "member", "refused"],
    ["a board member proposes to the board", "decommission", "board_member", "allowed"],
  ] as const)("[VOT-111] %s", (_, kind, role, outcome) => {
    const verdict = assessProposer(kind, { trustLevel: "standard", roles: [role] });
    expect(verdict.outcome).toBe(outcome);
  });
});

describe("refusals and events", () => {
  test("[VOT-6] a verdict's reason becomes a refusal with class, facts and remedy", () => {
    const facts = { seen: "a", current: "b" };
    const refused = refuseFor({ code: "voting.stale_digest", facts }, "PRP-7K3M9Q2A");
    expect([refused.status, refused.facts, refused.detail]).toEqual([
      409,
      { ...facts, proposal: "PRP-7K3M9Q2A" },
      "The ballot names package `a`; `PRP-7K3M9Q2A` is about `b`",
    ]);
    expect(refused.hint).toContain("Reload");
    expect(() => refuseFor({ code: "voting.nonsense", facts: {} }, "PRP-7K3M9Q2A")).toThrow(/No refusal/u);
  });

  test("[VOT-13] the event of a cast holds the commitment and no choice", () => {
    const event = toVotingEvent(
      "voting.ballot_cast",
      { type: "proposal", reference: "PRP-7K3M9Q2A" },
      { castNumber: 1, choiceCommitment: "c", receiptDigest: "r", subjectDigest: "s" },
    );
    expect(Object.keys(event.details)).toEqual(["castNumber", "choiceCommitment", "receiptDigest", "subjectDigest"]);
  });
});
