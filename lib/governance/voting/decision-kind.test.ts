import { describe, expect, test } from "vitest";
import { BoardDecisionKind } from "../board/decision-right.ts";
import { DECISION_KINDS, isBoardDecision, readPayload } from "./decision-kind.ts";
import type { DecisionKind, SubjectModel } from "./kinds/kind.ts";
import { TrustWeightedKind } from "./schema.ts";

const MODEL: SubjectModel = {
  reference: "MDL-7K3M9Q2A",
  name: "Claims triage",
  version: "3.2",
  tier: "tier_4_critical",
  status: "approved",
  suspendedFrom: null,
};
const SAMPLES: Partial<Record<BoardDecisionKind, object[]>> = {
  model_approval: [
    { model: MODEL.reference, package: 2, digest: "a".repeat(64) },
    { model: MODEL.reference, to: "active", reason: "Ready" },
  ],
  decommission: [{ model: MODEL.reference, reason: "Replaced" }],
};

describe("every kind of board decision", () => {
  const kinds = BoardDecisionKind.options.map(
    (kind) => [kind, DECISION_KINDS[kind]] as [BoardDecisionKind, DecisionKind],
  );

  test.each(kinds)(
    "[VOT-115] %s either reads its payload and says what it does, or cannot be proposed",
    (kind, definition) => {
      const samples = SAMPLES[kind] ?? [];
      expect(definition.input !== null).toBe(samples.length > 0);
      for (const payload of samples) {
        const reading = readPayload(kind, payload);
        expect(reading.model).toBe(MODEL.reference);
        expect(reading.ask(MODEL)).toMatch(/^\S.*“Claims triage 3\.2”.*\?$/u);
        const { sentence, items } = reading.describeEffect(MODEL, 2);
        expect(sentence).toMatch(/\.$/u);
        expect(items.length).toBeGreaterThan(0);
        if (reading.effect.type === "change_status") expect(items[0]?.after).toBe(reading.effect.to);
      }
      if (samples.length === 0) expect(() => readPayload(kind, {})).toThrow();
    },
  );

  test("[VOT-115] trust-weighted kinds are no board decisions", () => {
    expect(TrustWeightedKind.options.filter(isBoardDecision)).toEqual([]);
  });
});
