import { expect, test } from "vitest";
import { standardRule } from "./decision-rule.ts";
import { compareByHeads } from "./heads.ts";
import type { Count, Tally } from "./schema.ts";
import { tallyOf } from "./tally-fixture.ts";

const rule = standardRule("configuration");

/** `[voters, half-votes]` of each choice, and of who has not voted. */
function weighed(yes: [number, number], no: [number, number], waiting: [number, number] = [0, 0]): Tally {
  const count = ([voters, weight]: [number, number]): Count => ({ voters, weight });
  const entitled = { voters: yes[0] + no[0] + waiting[0], weight: yes[1] + no[1] + waiting[1] };
  return { ...tallyOf({}), yes: count(yes), no: count(no), waiting: count(waiting), entitled };
}

test.each([
  ["agree on yes", weighed([5, 10], [1, 2]), true, "passed", null],
  ["agree on no", weighed([1, 2], [5, 10]), true, "rejected", null],
  [
    "four heavy against five light",
    weighed([4, 40], [5, 5]),
    true,
    "rejected",
    "By heads it would have been rejected: 4 of 9 said yes.",
  ],
  [
    "five light against four heavy",
    weighed([5, 5], [4, 40]),
    true,
    "passed",
    "By heads it would have passed: 5 of 9 said yes.",
  ],
  ["a tie by heads passes too", weighed([2, 20], [2, 2]), true, "passed", null],
  [
    "a quorum by weight alone",
    weighed([2, 20], [0, 0], [8, 8]),
    true,
    "rejected",
    "By heads it would have been rejected: 2 of 10 took part, 3 needed.",
  ],
  ["still open", weighed([4, 40], [5, 5]), false, "rejected", "By heads it would be rejected now: 4 of 9 said yes."],
] as const)("[VOT-153] %s", (_, tally, isFinal, outcome, sentence) => {
  expect(compareByHeads(tally, rule, { isFinal })).toEqual({ outcome, sentence });
});

test("[VOT-153] a board has one count", () => {
  expect(compareByHeads(tallyOf({ yes: 5, no: 2 }), standardRule("model_approval"), { isFinal: true })).toBeNull();
});
