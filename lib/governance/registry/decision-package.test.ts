import { describe, expect, it } from "vitest";
import { mapCriteria } from "./criteria.ts";
import { buildDecisionPackage, compareToPackage, MATERIAL_FIELDS, type MaterialFacts } from "./decision-package.ts";
import { comparePackages } from "./package-difference.ts";
import type { SubmissionEntry } from "./schema.ts";
import { DEFAULT_THRESHOLD } from "./scorecard.ts";

const MODEL: MaterialFacts = {
  name: "Benefit triage",
  version: "2.1",
  description: "Sorts applications by urgency",
  unit: "Social services / Intake",
  tier: "tier_3_high",
  affectsRights: true,
  affectsSafety: false,
  decidesAutonomously: false,
  usesPersonalData: true,
  isPublicFacing: null,
};
const entry = (score: number, ...texts: readonly string[]): SubmissionEntry => ({
  score,
  justification: "Tested",
  evidence: [{ kind: "link", url: "https://example.org/a" }, ...texts.map((text) => ({ kind: "text" as const, text }))],
});
const input = {
  reference: "MDL-7K3M9Q2A",
  model: MODEL,
  stage: "implementation" as const,
  scores: mapCriteria(() => entry(1)),
  conditions: [{ text: "Publish the error rates", dueInDays: 30 }],
  threshold: DEFAULT_THRESHOLD,
};

describe("decision package", () => {
  it("[REG-5] the same facts in another order give the same digest", () => {
    const reordered = Object.fromEntries(Object.entries(MODEL).reverse()) as MaterialFacts;
    const withExtra = { ...reordered, owner: "somebody" } as MaterialFacts;
    expect(buildDecisionPackage({ ...input, model: withExtra }).digest).toBe(buildDecisionPackage(input).digest);
    expect(buildDecisionPackage(input).digest).toMatch(/^[0-9a-f]{64}$/u);
  });

  it.each([
    ["a fact", { model: { ...MODEL, isPublicFacing: true } }],
    ["a score", { scores: { ...input.scores, documentation: entry(0.9999) } }],
    ["a justification", { scores: { ...input.scores, documentation: { ...entry(1), justification: "tested" } } }],
    ["evidence", { scores: { ...input.scores, documentation: entry(1, "more") } }],
    ["a condition", { conditions: [] }],
    ["the threshold", { threshold: { numerator: 4, denominator: 5 } }],
  ])("[REG-5] %s changes the digest", (_name, changes) => {
    expect(buildDecisionPackage({ ...input, ...changes }).digest).not.toBe(buildDecisionPackage(input).digest);
  });

  it("[REG-5] survives JSON: the stored text has the same content", () => {
    const { package: decided } = buildDecisionPackage(input);
    expect(JSON.parse(JSON.stringify(decided))).toEqual(decided);
  });

  it.each(MATERIAL_FIELDS.map((field) => [field]))("[REG-5] a change of %s marks the approval stale", (field) => {
    const { package: decided } = buildDecisionPackage(input);
    const changed = {
      ...MODEL,
      [field]: field === "tier" ? "tier_4_critical" : typeof MODEL[field] === "string" ? "x" : !MODEL[field],
    };
    const verdict = compareToPackage(changed as MaterialFacts, decided);
    expect(verdict.outcome).toBe("stale");
    expect(verdict.reasons[0]?.facts.fields).toEqual([field]);
  });

  it("[REG-102] a change of stage or owner alone leaves the approval current", () => {
    const { package: decided } = buildDecisionPackage({ ...input, stage: "operation" });
    expect(compareToPackage({ ...MODEL, owner: "new" } as MaterialFacts, decided).outcome).toBe("current");
  });

  it("[REG-5] what changed since: criteria, conditions, evidence, facts", () => {
    const before = buildDecisionPackage(input).package;
    const after = buildDecisionPackage({
      ...input,
      model: { ...MODEL, version: "2.2", isPublicFacing: true },
      scores: { ...input.scores, documentation: entry(0.8, "new", "new"), risk_assessment: entry(0.9) },
      conditions: [{ text: "Publish the error rates", dueInDays: 60 }],
    }).package;
    const difference = comparePackages(before, after);
    expect(difference.criteria).toMatchObject([
      { criterion: "risk_assessment", direction: "down", evidenceAdded: 0 },
      { criterion: "documentation", direction: "down", beforeRatio: 1, afterRatio: 0.8, evidenceAdded: 2 },
    ]);
    expect(difference).toMatchObject({
      isSame: false,
      evidenceAdded: 2,
      evidenceRemoved: 0,
      conditionsAdded: ["Publish the error rates"],
      conditionsRemoved: ["Publish the error rates"],
    });
    expect(difference.factsChanged).toEqual([
      { field: "version", before: "2.1", after: "2.2" },
      { field: "isPublicFacing", before: null, after: true },
    ]);
    expect(comparePackages(before, before)).toMatchObject({ isSame: true, criteria: [], factsChanged: [] });
  });
});
