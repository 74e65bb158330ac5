import { describe, expect, test } from "vitest";
import { evaluateScorecard } from "../registry/scorecard.ts";
import { toSubjectDigest, vendorsOf } from "./subject.ts";
import {
  assessSubmission,
  explainRuleApproval,
  type SubmittedModel,
  toStoredConditions,
  toSubmissionTitle,
} from "./submission.ts";

const MODEL: SubmittedModel = {
  reference: "MDL-7K3M9Q2A",
  name: "Claims triage",
  version: "3.2",
  unit: "Claims",
  tier: "tier_3_high",
  status: "proposed",
  suspendedFrom: null,
  ownerUserId: "ann",
  lockedByProposal: null,
};
const person = (userId: string, roles: string[] = ["model_owner"]) => ({ kind: "person", userId, roles }) as never;

describe("submitting", () => {
  test.each([
    ["its owner, proposed", {}, person("ann"), "voting.may_submit"],
    ["an admin, proposed", {}, person("ben", ["admin"]), "voting.may_submit"],
    ["its owner, approved", { status: "approved" }, person("ann"), "voting.may_submit"],
    ["its owner, active", { status: "active" }, person("ann"), "voting.may_submit"],
    ["another owner", {}, person("ben"), "registry.not_own_model"],
    ["under vote", { status: "under_review", lockedByProposal: "PRP-1" }, person("ann"), "registry.already_submitted"],
    ["deprecated", { status: "deprecated" }, person("ann"), "registry.not_submittable"],
    ["suspended", { status: "suspended" }, person("ann"), "registry.not_submittable"],
    ["decommissioned", { status: "decommissioned" }, person("ann"), "registry.not_submittable"],
  ] as const)("[VOT-114] %s", (_, change, actor, code) => {
    const verdict = assessSubmission({ ...MODEL, ...change }, actor);
    expect(verdict.reasons[0]?.code).toBe(code);
    expect(verdict.outcome).toBe(code === "voting.may_submit" ? "allowed" : "refused");
  });

  test("[VOT-2] the title names name and version within 200 characters", () => {
    expect(toSubmissionTitle(MODEL)).toBe("Approve “Claims triage 3.2”");
    const long = toSubmissionTitle({ name: "𝒳".repeat(500), version: "1" });
    expect([...long]).toHaveLength(200);
    expect(long.endsWith("…”")).toBe(true);
  });

  test("[VOT-114] a condition without a date is due after the days that hold for everybody", () => {
    expect(toStoredConditions([{ text: "a" }, { text: "b", dueInDays: 5 }], 40)).toEqual([
      { text: "a", dueInDays: 40 },
      { text: "b", dueInDays: 5 },
    ]);
  });

  test("[VOT-121] an approval by rule says by which figures", () => {
    const evaluation = evaluateScorecard({ documentation: { score: 0.825 } });
    expect(explainRuleApproval(evaluation)).toContain("82.5 % reaches the threshold of 70 %");
  });
});

describe("the subject", () => {
  const facts = {
    affectsRights: true,
    affectsSafety: null,
    decidesAutonomously: false,
    usesPersonalData: null,
    isPublicFacing: null,
  };
  const model = {
    name: "Claims triage",
    version: "3.2",
    description: "",
    unit: "",
    tier: "tier_3_high",
    ...facts,
  } as const;
  const subject = {
    kind: "decommission",
    title: "T",
    description: "D",
    payload: { a: 1 },
    conditions: [],
    model,
  } as const;

  test("[VOT-122] the digest changes with everything a voter reads, and with nothing else", () => {
    const digest = toSubjectDigest(subject);
    expect(toSubjectDigest({ ...subject, model: { ...model, tags: ["x"] } as never })).toBe(digest);
    const changed = [
      { ...subject, title: "U" },
      { ...subject, description: "E" },
      { ...subject, payload: { a: 2 } },
      { ...subject, conditions: [{ text: "c", dueInDays: 1 }] },
      { ...subject, model: { ...model, affectsSafety: false } },
    ].map(toSubjectDigest);
    expect(new Set([digest, ...changed]).size).toBe(6);
  });

  test("[VOT-116] vendors are the tags and what the source calls vendor, supplier or contractor", () => {
    const source = [
      { column: "Vendor name", value: "Acme" },
      { column: "Prime contractor", value: " " },
      { column: "Bureau", value: "Claims" },
    ];
    expect(vendorsOf({ tags: ["beta"] }, source)).toEqual(["beta", "Acme"]);
  });
});
