import { expect, test } from "vitest";
import { CRITERION_NAMES } from "../registry/criteria.ts";
import { buildDecisionPackage } from "../registry/decision-package.ts";
import type { Criterion, SubmissionEntry } from "../registry/schema.ts";
import { DEFAULT_THRESHOLD, evaluateScorecard } from "../registry/scorecard.ts";
import { findGaps } from "./package-gaps.ts";

const SOUND: SubmissionEntry = {
  score: 1,
  justification: "Shown by the evaluation of March, section 3, table 4.",
  evidence: [{ kind: "link", url: "https://evidence.example.org/report" }],
};

function gapsOf(
  apart: Partial<Record<Criterion, Partial<SubmissionEntry>>>,
  facts: Record<string, boolean | null> = {},
) {
  const scores = Object.fromEntries(CRITERION_NAMES.map((name) => [name, { ...SOUND, ...apart[name] }])) as Record<
    Criterion,
    SubmissionEntry
  >;
  const known = { affectsRights: false, affectsSafety: false, decidesAutonomously: false, usesPersonalData: false };
  const model = {
    name: "A",
    version: "1",
    description: "",
    unit: "",
    tier: "tier_1_low",
    isPublicFacing: false,
    ...known,
    ...facts,
  };
  const input = { reference: "MDL-1", stage: null, scores, conditions: [], threshold: DEFAULT_THRESHOLD };
  const { package: decided } = buildDecisionPackage({ ...input, model: model as never });
  return findGaps(decided, evaluateScorecard(scores));
}

test.each([
  ["nothing", {}, {}, []],
  ["a failed pass/fail criterion", { ethics_review: { score: 0.99 } }, {}, ["Ethics review is not passed"]],
  ["a low score", { documentation: { score: 0.69 } }, {}, ["Documentation scores 69 %, below 70 %"]],
  ["a score at the threshold", { documentation: { score: 0.7 } }, {}, []],
  [
    "evidence in words only",
    { documentation: { evidence: [{ kind: "text", text: "On the drive" }] } },
    {},
    ["Documentation has no linked evidence"],
  ],
  [
    "a short justification",
    { monitoring_plan: { justification: "Yes." } },
    {},
    ["Monitoring plan is justified in a few words only"],
  ],
  ["a fact nobody knows", {}, { usesPersonalData: null }, ["Not known: whether it uses personal data"]],
] as const)("[VOT-7] gaps of a package: %s", (_, apart, facts, expected) => {
  expect(gapsOf(apart as never, facts)).toEqual(expected);
});
