// The engine against an independent oracle in exact fractions: every threshold, base and quorum base, n up to 200.
import { describe, expect, test } from "vitest";
import { standardRule } from "./decision-rule.ts";
import { evaluateResult } from "./result.ts";
import type { DecisionRule, ResultOutcome, Tally } from "./schema.ts";
import { tallyOf } from "./tally-fixture.ts";

type Votes = { yes: number; no: number; abstain: number; waiting: number; recused: number };

/** yes / base against numerator / denominator as the sign of a difference of fractions; written apart from the engine. */
function oracle(rule: DecisionRule, v: Votes): ResultOutcome {
  const [yes, no, abstain] = [BigInt(v.yes), BigInt(v.no), BigInt(v.abstain)];
  const entitled = yes + no + abstain + BigInt(v.waiting);
  const q = rule.quorum;
  const over = q.base === "voting_seats" ? entitled + BigInt(v.recused) : entitled;
  const share = BigInt(q.fraction.numerator) * over;
  const took = (yes + no + abstain) * BigInt(q.fraction.denominator);
  const few = BigInt(q.minimumNonRecused);
  const isQuorate =
    q.formula === "floor_plus_one"
      ? took > share && yes + no + abstain >= few && entitled >= few
      : took - share >= 0n && entitled >= few;
  if (!isQuorate) return rule.withoutQuorum;
  const base = rule.threshold.base === "all_entitled" ? entitled : yes + no;
  const difference = yes * BigInt(rule.threshold.denominator) - base * BigInt(rule.threshold.numerator);
  const isReached = rule.threshold.comparison === "at_least" ? difference >= 0n : difference > 0n;
  return yes > 0n && isReached ? "passed" : "rejected";
}

const THRESHOLDS = [
  [1, 2, "more_than"],
  [1, 2, "at_least"],
  [2, 3, "at_least"],
  [2, 3, "more_than"],
  [3, 4, "at_least"],
  [1, 1, "at_least"],
] as const;

const QUORUMS = [
  { base: "voting_seats", formula: "floor_plus_one", fraction: { numerator: 1, denominator: 2 }, minimumNonRecused: 2 },
  {
    base: "entitled_after_recusal",
    formula: "floor_plus_one",
    fraction: { numerator: 2, denominator: 3 },
    minimumNonRecused: 2,
  },
  { base: "eligible_weight", formula: "at_least", fraction: { numerator: 3, denominator: 10 }, minimumNonRecused: 1 },
  { base: "voting_seats", formula: "at_least", fraction: { numerator: 0, denominator: 1 }, minimumNonRecused: 2 },
] as const;

function* exhaustive(n: number): Generator<Votes> {
  for (let yes = 0; yes <= n; yes++)
    for (let no = 0; yes + no <= n; no++)
      for (let abstain = 0; yes + no + abstain <= n; abstain++)
        yield { yes, no, abstain, waiting: n - yes - no - abstain, recused: (yes + no) % 4 };
}

/** Around every boundary: yes at and beside each fraction of no, of all, and turnout at and beside each quorum. */
function* boundaries(n: number): Generator<Votes> {
  for (const no of new Set([0, 1, Math.floor(n / 4), Math.floor(n / 3), Math.floor(n / 2)])) {
    const marks = [0, no, 2 * no, 3 * no, Math.floor(n / 2), Math.floor((2 * n) / 3), Math.floor((3 * n) / 4), n - no];
    for (const yes of new Set(marks.flatMap((mark) => [mark - 1, mark, mark + 1]))) {
      if (yes < 0 || yes + no > n) continue;
      const turnouts = [0.3, 0.5, 2 / 3, 1].flatMap((share) => [-1, 0, 1].map((step) => Math.floor(n * share) + step));
      for (const turnout of new Set([yes + no, ...turnouts])) {
        if (turnout < yes + no || turnout > n) continue;
        yield { yes, no, abstain: turnout - yes - no, waiting: n - turnout, recused: no % 3 };
      }
    }
  }
}

describe("the engine against exact fractions", () => {
  for (const [numerator, denominator, comparison] of THRESHOLDS) {
    for (const base of ["yes_plus_no", "all_entitled"] as const) {
      test(`[VOT-103] ${comparison} ${numerator}/${denominator} of ${base}, every quorum, n up to 200`, () => {
        for (const quorum of QUORUMS) {
          const rule: DecisionRule = {
            ...standardRule("model_approval"),
            threshold: { numerator, denominator, comparison, base },
            quorum,
          };
          for (let n = 1; n <= 200; n++) {
            for (const votes of n <= 12 ? exhaustive(n) : boundaries(n)) compare(rule, votes);
          }
        }
      });
    }
  }
});

function compare(rule: DecisionRule, votes: Votes) {
  const tally: Tally = tallyOf(votes);
  const got = evaluateResult(tally, rule).outcome;
  const want = oracle(rule, votes);
  if (got !== want) expect({ votes, rule, outcome: got }).toEqual({ votes, rule, outcome: want });
}
