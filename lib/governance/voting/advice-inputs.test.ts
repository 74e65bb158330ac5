import { describe, expect, test } from "vitest";
import { toAdvisedGrounds } from "./advice-inputs.ts";
import { readPayload } from "./decision-kind.ts";
import { KIND_SAMPLES, SAMPLE_MODEL } from "./kinds/kind-samples.ts";
import type { ProposalKind } from "./schema.ts";

describe("the matter that an analyst reads", () => {
  const groundsOf = (kind: ProposalKind, sample = 0) => {
    const { payload, named } = KIND_SAMPLES[kind][sample] ?? { payload: {} };
    return toAdvisedGrounds(readPayload(kind, payload), { model: SAMPLE_MODEL, named: named ?? {}, conditions: 0 });
  };

  test.each<[string, ProposalKind, number, string | null]>([
    ["the reason of a decommission", "decommission", 0, "Replaced"],
    ["nothing of a package, which is read itself", "model_approval", 0, null],
    ["the text of a policy", "policy_change", 0, "Nobody spends alone."],
    ["nothing of a retirement but its words", "policy_change", 2, null],
  ])("[ADV-3] %s", (_name, kind, sample, grounds) => expect(groundsOf(kind, sample)).toBe(grounds));

  test("[ADV-3] the terms of a risk acceptance", () => {
    expect(groundsOf("risk_acceptance")?.split("\n")).toEqual([
      "Risk: Wrong triage at night",
      "Residual risk: Medium: A nurse looks within the hour",
      "Compensating measures: A nurse reads every refusal",
    ]);
  });
});
