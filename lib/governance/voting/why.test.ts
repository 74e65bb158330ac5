import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standardRule } from "./decision-rule.ts";
import { evaluateResult } from "./result.ts";
import type { BallotChange, ChairPosition, DecisionRule, ProposalKind, Tally } from "./schema.ts";
import { ProposalKind as ProposalKinds, Why } from "./schema.ts";
import { applyBallotChanges } from "./tally.ts";
import { tallyOf } from "./tally-fixture.ts";
import { canStillPass, explainResult, explainSealed, withoutBallots } from "./why.ts";

type Numbers = Parameters<typeof tallyOf>[0];

describe("the sentence while voting is open", () => {
  test.each<[ProposalKind, Numbers, string]>([
    ["model_approval", { yes: 4, no: 2, waiting: 3 }, "Would pass now. Two more no and it fails; quorum is met."],
    ["model_approval", { yes: 3, no: 1, waiting: 3 }, "Would pass now. Two more no and it fails; quorum is met."],
    ["model_approval", { yes: 1, no: 2, waiting: 4 }, "2 more yes needed; quorum short by 1."],
    ["model_approval", { yes: 2, no: 2, waiting: 3 }, "1 more yes needed; quorum is met."],
    [
      "model_approval",
      { yes: 4, no: 1, waiting: 2 },
      "Would pass now. Ballots still to come cannot defeat it; it fails if two votes change from yes to no; quorum is met.",
    ],
    [
      "model_approval",
      { yes: 4, no: 3 },
      "Would pass now. It fails if one vote changes from yes to no; quorum is met.",
    ],
    ["model_approval", { yes: 1, no: 5, waiting: 1 }, "3 no changed to yes needed; quorum is met."],
    ["model_approval", { waiting: 3, recused: 4 }, "Cannot be decided: at most 3 can take part, quorum is 4."],
    ["model_approval", { waiting: 1, recused: 6 }, "Cannot be decided: 1 entitled to vote, at least 2 needed."],
    ["policy_change", { yes: 4, waiting: 3 }, "1 more yes needed."],
    ["policy_change", { yes: 1, lapsed: 6 }, "Can no longer pass: 1 yes is less than 2/3 of all 7 entitled."],
    ["risk_acceptance", { waiting: 7, chair: "waiting" }, "3 more yes, the chair's among them, needed."],
    ["risk_acceptance", { yes: 3, no: 1, waiting: 3, chair: "yes" }, "1 no changed to yes needed."],
    [
      "risk_acceptance",
      { waiting: 6, recused: 1, chair: "recused" },
      "Cannot be decided: the chair is recused, and the chair's yes is needed.",
    ],
    [
      "risk_acceptance",
      { waiting: 7, chair: "none" },
      "Cannot be decided: there is no chair, and the chair's yes is needed.",
    ],
    [
      "risk_acceptance",
      { waiting: 2, chair: "waiting" },
      "Cannot be decided: 1 entitled besides the chair, at least 2 needed.",
    ],
    ["configuration", { yes: 9, no: 18, waiting: 73 }, "4.5 more yes by weight needed; quorum short by 1.5."],
    [
      "configuration",
      { yes: 29, no: 10, waiting: 61 },
      "Would pass now. 10 more no by weight and it fails; quorum is met.",
    ],
  ])("[VOT-9] %s %j", (kind, numbers, sentence) => {
    expect(explainResult(tallyOf(numbers), standardRule(kind), { isFinal: false }).sentence).toBe(sentence);
  });

  test("[VOT-9] advice says that it is advice", () => {
    const rule: DecisionRule = { ...standardRule("model_approval"), effect: "advisory" };
    const { sentence } = explainResult(tallyOf({ yes: 4, waiting: 3 }), rule, { isFinal: false });
    expect(sentence).toMatch(/^Would pass as advice now\./u);
  });
});

describe("the sentence after close", () => {
  test.each<[ProposalKind, Numbers, string]>([
    [
      "model_approval",
      { yes: 5, no: 2 },
      "Passed with 5 yes to 2 no; 7 took part, 4 needed. Two yes turned to no would have defeated it.",
    ],
    [
      "model_approval",
      { yes: 4, no: 3, abstain: 1, waiting: 1 },
      "Passed with 4 yes to 3 no, 1 abstaining; 8 took part, 5 needed. One more no would have defeated it.",
    ],
    [
      "model_approval",
      { yes: 3, no: 3, abstain: 1 },
      "Rejected: 3 yes to 3 no is not more than 1/2 of yes and no; 7 took part, 4 needed. 1 no changed to yes would have passed it.",
    ],
    [
      "model_approval",
      { yes: 3, waiting: 4 },
      "Not decided: no quorum; 3 took part, 4 needed. 1 more yes would have passed it.",
    ],
    [
      "model_approval",
      { abstain: 7 },
      "Rejected: nobody said yes; 7 took part, 4 needed. 1 abstain changed to yes would have passed it.",
    ],
    [
      "policy_change",
      { yes: 4, no: 3 },
      "Rejected: 4 yes is less than 2/3 of all 7 entitled. 1 no changed to yes would have passed it.",
    ],
    [
      "risk_acceptance",
      { yes: 6, no: 1, chair: "yes" },
      "Rejected: 1 said no. 1 no changed to yes would have passed it.",
    ],
    [
      "risk_acceptance",
      { yes: 6, waiting: 1, chair: "waiting" },
      "Rejected: the chair did not say yes. 1 more yes, the chair's among them, would have passed it.",
    ],
    [
      "risk_acceptance",
      { yes: 6, recused: 1, chair: "recused" },
      "Not decided: the chair is recused, and the chair's yes is needed.",
    ],
    [
      "configuration",
      { yes: 29, waiting: 71 },
      "Rejected: no quorum; 14.5 took part by weight, 15 needed. 0.5 more yes by weight would have passed it.",
    ],
  ])("[VOT-9] %s %j", (kind, numbers, sentence) => {
    expect(explainResult(tallyOf(numbers), standardRule(kind), { isFinal: true }).sentence).toBe(sentence);
  });
});

const CHAIRS: readonly ChairPosition[] = ["yes", "no", "abstain", "waiting", "lapsed", "recused", "none"];

/** Tallies of up to `most` votes a slot whose chair sits where the numbers allow it. */
function anyTally(most: number) {
  const amount = fc.nat({ max: most });
  return fc
    .record({ yes: amount, no: amount, abstain: amount, waiting: amount, lapsed: amount, recused: amount })
    .chain((numbers) => {
      const possible = CHAIRS.filter((chair) => chair === "none" || numbers[chair] > 0);
      return fc.constantFrom(...possible).map((chair) => tallyOf({ ...numbers, chair }));
    });
}

function isPassedAfter(tally: Tally, changes: readonly BallotChange[], rule: DecisionRule) {
  return evaluateResult(applyBallotChanges(tally, changes, rule.weightUnit), rule).outcome === "passed";
}

/** The same changes with one vote less in the one at `index`. A chair who is needed is the last to go. */
function oneLess(changes: readonly BallotChange[], index: number): readonly BallotChange[] {
  return changes.flatMap((change, at) => {
    if (at !== index) return [change];
    return change.amount === 1 ? [] : [{ ...change, amount: change.amount - 1 }];
  });
}

/** A charter may tolerate some no beside the chair and two others. */
const TOLERANT: DecisionRule = {
  ...standardRule("exception_grant"),
  threshold: { numerator: 2, denominator: 3, comparison: "at_least", base: "yes_plus_no" },
};
const anyRule = fc.constantFrom(...ProposalKinds.options.map(standardRule), TOLERANT);

test("[VOT-9] a chair who abstained is the first who would have to change", () => {
  const why = explainResult(tallyOf({ yes: 4, no: 2, abstain: 1, chair: "abstain" }), TOLERANT, { isFinal: true });
  expect(why.changes).toEqual([{ from: "abstain", to: "yes", amount: 1, includesChair: true }]);
});

test("[VOT-9] the sentence is truthful: the change it names turns the outcome, one vote less does not", () => {
  fc.assert(
    fc.property(anyTally(12), anyRule, (tally, rule) => {
      const why = explainResult(tally, rule, { isFinal: false });
      const passes = why.outcome === "passed";
      expect(why.outcome).toBe(evaluateResult(tally, rule).outcome);
      expect(Why.parse(why)).toEqual(why);
      if (why.changes.length === 0) {
        expect(passes).toBe(false);
        const everyYes: BallotChange[] = (["waiting", "no", "abstain"] as const)
          .filter((from) => tally[from].weight > 0)
          .map((from) => ({ from, to: "yes", amount: tally[from].weight, includesChair: tally.chair === from }));
        expect(isPassedAfter(tally, everyYes, rule)).toBe(false);
        return;
      }
      expect(isPassedAfter(tally, why.changes, rule)).toBe(!passes);
      for (const index of why.changes.keys()) {
        expect(isPassedAfter(tally, oneLess(why.changes, index), rule)).toBe(passes);
      }
    }),
    { numRuns: 3000 },
  );
});

test("[VOT-109] ballots to come are named before changed ones, and as few as an exhaustive search finds", () => {
  fc.assert(
    fc.property(anyTally(6), anyRule, (tally, rule) => {
      const why = explainResult(tally, rule, { isFinal: false });
      const passes = why.outcome === "passed";
      const to = passes ? "no" : "yes";
      const includesChair = rule.chairPlus !== null && tally.chair === "waiting" && to === "yes";
      let fewest: number | null = null;
      for (let amount = 1; amount <= tally.waiting.weight && fewest === null; amount++) {
        if (isPassedAfter(tally, [{ from: "waiting", to, amount, includesChair }], rule) !== passes) fewest = amount;
      }
      if (fewest !== null) expect(why.changes).toEqual([{ from: "waiting", to, amount: fewest, includesChair }]);
      else expect(why.changes.every((change) => change.from !== "waiting" || why.changes.length > 1)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("[VOT-109] an electorate of 10,000 by weight is explained by asking the deciding function a few dozen times", () => {
  const tally = tallyOf({ yes: 11_000, no: 20_001, abstain: 500, waiting: 40_000 });
  let asked = 0;
  const rule = new Proxy(standardRule("configuration"), {
    get(target, key, receiver) {
      if (key === "withoutQuorum" || key === "chairPlus") asked += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  const why = explainResult(tally, rule, { isFinal: false });
  expect(why.changes).toEqual([{ from: "waiting", to: "yes", amount: 9_001, includesChair: false }]);
  expect(asked).toBeLessThan(400);
});

test("[VOT-13] a sealed vote tells the same whatever has been cast", () => {
  fc.assert(
    fc.property(anyTally(8), anyRule, (tally, rule) => {
      const sealed = explainSealed(tally, rule);
      expect(sealed).toEqual(explainSealed(withoutBallots(tally), rule));
      expect([sealed.outcome, sealed.changes, sealed.visibility]).toEqual([null, [], "sealed"]);
    }),
  );
});

test("[VOT-13] a sealed vote tells the rule, and that recusals left the board inquorate", () => {
  const rule = standardRule("model_approval");
  expect(explainSealed(tallyOf({ yes: 4, no: 3, chair: "no" }), rule).sentence).toBe(
    "Ballots are sealed until voting ends. Passes with more yes than no; a tie fails; 4 of 7 must take part.",
  );
  const inquorate = explainSealed(tallyOf({ yes: 3, recused: 4 }), rule);
  expect(inquorate.reasons.map((reason) => reason.code)).toEqual(["voting.quorum_out_of_reach"]);
  expect(inquorate.sentence).toContain("can no longer decide it");
});

test.each<[string, ProposalKind, Numbers, boolean]>([
  ["seven seats", "model_approval", { waiting: 7 }, true],
  ["four recused of seven", "model_approval", { waiting: 3, recused: 4 }, false],
  ["enough no that yes can only tie", "model_approval", { no: 3, yes: 1, waiting: 2 }, false],
  ["no chair", "exception_grant", { waiting: 7 }, false],
])("[VOT-104] whether members can still pass it: %s", (_name, kind, numbers, expected) => {
  expect(canStillPass(tallyOf(numbers), standardRule(kind))).toBe(expected);
});
