import { describe, expect, test } from "vitest";
import { isRatification, standardRule } from "./decision-rule.ts";
import { nameAct, sayActNow, sayActUndone, subjectOfAct } from "./kinds/chair-act.ts";
import { SAMPLE_MODEL } from "./kinds/kind-samples.ts";
import { deriveOutcome } from "./outcome.ts";
import { describeOutlook, explainRatification, ratificationEnded } from "./ratification.ts";
import { DEADLINE, openRecord } from "./record-fixture.ts";
import { describeRule } from "./rule-sentence.ts";
import { ProposalKind } from "./schema.ts";
import { tallyOf } from "./tally-fixture.ts";

const rule = standardRule("emergency_action");
const outlookOf = (tally: ReturnType<typeof tallyOf>) => describeOutlook(rule, describeRule(rule, tally), tally);

describe("which votes ratify", () => {
  test("[VOT-140] the two kinds that a chair decides alone, and no other", () => {
    const ratified = ProposalKind.options.filter((kind) => isRatification(standardRule(kind)));
    expect(ratified).toEqual(["emergency_action", "incident_response"]);
    expect(isRatification(null)).toBe(false);
  });
});

describe("what becomes of it", () => {
  test.each([
    ["all six others can vote", tallyOf({ waiting: 6, recused: 1 }), true],
    ["exactly the quorum of seven is left", tallyOf({ waiting: 4, recused: 3 }), true],
    ["one fewer than the quorum is left", tallyOf({ waiting: 3, recused: 4 }), false],
    ["nobody but the chair is in office", tallyOf({ waiting: 0, recused: 1 }), false],
    ["fewer than two are not recused", tallyOf({ waiting: 1, recused: 1 }), false],
  ])("[VOT-144] %s", (_name, tally, canBeRatified) => {
    const outlook = outlookOf(tally);
    expect(outlook).toMatchObject({ canBeRatified, entitled: tally.entitled.voters });
    expect(outlook.sentence).toMatch(
      canBeRatified ? /^It is reversed after 72 hours unless/u : /it lapses and is reversed/u,
    );
  });

  test.each([
    [{ isRatified: true, failure: null }, "Said. The chair’s decision DEC-1 is final."],
    [{ isRatified: false, failure: null }, "Said. The chair’s decision DEC-1 is reversed: “X” is active again."],
    [
      { isRatified: false, failure: "voting.reversal_overtaken" },
      "Said. The chair’s decision DEC-1 could not be reversed yet.",
    ],
  ])("[VOT-142] [VOT-146] %o is said so", (end, sentence) => {
    expect(explainRatification("Said.", { decision: "DEC-1", undone: "“X” is active again.", ...end })).toBe(sentence);
  });

  test.each([
    [true, null, true, "voting.ratified", undefined],
    [false, null, true, "voting.reversed", "critical"],
    [false, null, false, "voting.reversed", undefined],
    [false, "cause", true, "voting.not_reversed", "critical"],
  ])("[VOT-145] ratified %s, failure %s, escalated %s: %s", (isRatified, failure, isEscalated, kind, urgency) => {
    const told = { userIds: ["a"], isEscalated, why: "Why." };
    const notice = ratificationEnded({ reference: "PRP-1", title: "T" }, told, {
      ...{ decision: "D", undone: "" },
      isRatified,
      failure,
    });
    expect([notice.kind, notice.urgency]).toEqual([kind, urgency]);
    expect(notice.sourceKey).toBe(`${kind}:PRP-1`);
  });

  test.each([
    ["without quorum it is rejected", tallyOf({ yes: 3, waiting: 3, recused: 1 }), "rejected"],
    ["rejected", tallyOf({ no: 6, recused: 1 }), "rejected"],
    ["ratified", tallyOf({ yes: 4, no: 2, recused: 1 }), "approved"],
  ])("[VOT-142] %s, whether or not what follows could be carried out", (_name, tally, outcome) => {
    for (const execution of [null, "failed"] as const) {
      const record = openRecord({ rule, closedAt: DEADLINE, execution });
      expect(deriveOutcome(record, DEADLINE, tally)).toMatchObject({ outcome, needsFollowUp: false });
    }
  });
});

describe("what a chair does alone", () => {
  const suspension = { type: "suspend_model", model: SAMPLE_MODEL.reference, from: "active" } as const;
  const order = {
    type: "instruct",
    instruction: "Stop",
    addressee: "Claims",
    until: "2026-03-09",
    model: null,
  } as const;
  const about = (status: typeof SAMPLE_MODEL.status) => ({
    ...{ model: { ...SAMPLE_MODEL, status }, named: {}, conditions: 0 },
  });

  test.each([
    ["suspended", "“Claims triage 3.2” is suspended and must not be used.", "“Claims triage 3.2” is active again."],
    ["active", "“Claims triage 3.2” is active by now.", "“Claims triage 3.2” is active already, so nothing changes."],
    [
      "decommissioned",
      "“Claims triage 3.2” is decommissioned by now.",
      "“Claims triage 3.2” is decommissioned already, so nothing changes.",
    ],
  ] as const)("[VOT-141] [VOT-146] a suspension while the model is %s", (status, now, undone) => {
    expect([sayActNow(suspension, about(status)), sayActUndone(suspension, about(status))]).toEqual([now, undone]);
  });

  test("[VOT-141] an order is said without its whole text", () => {
    const context = { model: null, named: {}, conditions: 0 };
    expect(nameAct(order, context)).toBe("the order to Claims");
    expect(sayActNow(order, context)).toBe("The order to Claims binds until 9 March 2026.");
  });

  test.each([
    ["the same words", {}, true],
    ["the addressee written otherwise", { addressee: " CLAIMS " }, true],
    ["no model named at all", { model: undefined }, true],
    ["another day", { until: "2026-03-10" }, false],
    ["other words", { instruction: "Go on" }, false],
    ["about a model", { model: "MDL-7K3M9Q2A" }, false],
  ])("[VOT-147] an order and %s: the same subject is %s", (_name, change, isSame) => {
    expect(subjectOfAct(order) === subjectOfAct({ ...order, ...change })).toBe(isSame);
  });

  test("[VOT-147] the subject of a suspension is the model", () => {
    expect(subjectOfAct(suspension)).toBe(SAMPLE_MODEL.reference);
  });
});
