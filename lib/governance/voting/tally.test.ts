import { describe, expect, test } from "vitest";
import { Tally } from "./schema.ts";
import { applyBallotChange, countBallots, participants } from "./tally.ts";
import { ballotsOf, boardOf, tallyOf } from "./tally-fixture.ts";

describe("counting", () => {
  test("[VOT-3] every elector is counted once: cast, waiting or lapsed", () => {
    const tally = countBallots({
      electorate: boardOf(7),
      ballots: ballotsOf("ynay..."),
      lapsedUserIds: new Set(["p3", "p6"]),
    });
    expect(tally).toEqual(tallyOf({ yes: 2, no: 1, abstain: 1, waiting: 2, lapsed: 1, chair: "yes" }));
    expect(Tally.parse(tally)).toEqual(tally);
    expect(participants(tally)).toEqual({ voters: 4, weight: 4 });
  });

  test("[VOT-3] a ballot cast before the right ended stays", () => {
    const tally = countBallots({ electorate: boardOf(2), ballots: ballotsOf("ny"), lapsedUserIds: new Set(["p0"]) });
    expect([tally.no.voters, tally.lapsed.voters, tally.chair]).toEqual([1, 0, "no"]);
  });

  test("[BRD-5] a recused member is outside the electorate and an earlier ballot is not counted", () => {
    const [chair, ...electors] = boardOf(4).electors;
    if (chair === undefined) throw new Error("no chair");
    const recusal = { userId: "p0", basis: "own_request", reason: "family" } as const;
    const tally = countBallots({
      electorate: { electors, recused: [{ ...chair, recusal }] },
      ballots: ballotsOf("yyy."),
    });
    expect(tally).toEqual(tallyOf({ yes: 2, waiting: 1, recused: 1, chair: "recused" }));
  });

  test.each([
    ["a stranger", [{ userId: "stranger", choice: "yes" as const }]],
    ["the same person twice", [...ballotsOf("y"), ...ballotsOf("n")]],
  ])("[VOT-4] a record with a ballot of %s is broken", (_name, ballots) => {
    expect(() => countBallots({ electorate: boardOf(3), ballots })).toThrow(/ballot/iu);
  });

  test("[VOT-9] a hypothetical change moves votes and refuses more than there are", () => {
    const tally = tallyOf({ yes: 1, waiting: 2, chair: "waiting" });
    const change = { from: "waiting", to: "no", amount: 2, includesChair: true } as const;
    expect(applyBallotChange(tally, change, "seat")).toEqual(tallyOf({ yes: 1, no: 2, chair: "no" }));
    expect(() => applyBallotChange(tally, { ...change, amount: 3 }, "seat")).toThrow(RangeError);
  });
});
