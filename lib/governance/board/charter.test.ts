import { describe, expect, test } from "vitest";
import { CharterContent, formatCharterVersion } from "./charter.ts";
import { toCharterContent } from "./charter-template.ts";
import { toCharterView } from "./charter-view.ts";
import { BoardDecisionKind } from "./decision-right.ts";
import { CharterTemplate } from "./schema.ts";

describe.each(CharterTemplate.options)("the %s template", (template) => {
  const content = toCharterContent(template, "Nordwind Mutual");

  test("[BRD-7] is a complete charter and survives its own schema unchanged", () => {
    expect(CharterContent.parse(content)).toEqual(content);
    expect(content.purpose).toContain("Nordwind Mutual");
    expect(content.reviewEveryMonths).toBe(12);
    expect(content.sealedBallots).toBe(false);
    expect(JSON.parse(JSON.stringify(content))).toEqual(content);
  });

  test("[BRD-8] gives a decision right to each of the eight kinds", () => {
    expect(Object.keys(content.decisionRights).sort()).toEqual([...BoardDecisionKind.options].sort());
  });

  test("[BRD-7] names the seven principles of the constitution, each defined", () => {
    expect(content.constitution.map((principle) => principle.key)).toEqual([
      "knowledge_preservation",
      "trust_integrity",
      "transparency",
      "gradual_change",
      "human_oversight",
      "security",
      "fairness",
    ]);
    for (const principle of content.constitution) expect(principle.definition.length).toBeGreaterThan(40);
  });
});

test.each([
  ["standard", ["production models", "high-risk models in development", "third-party integrations"], 3],
  ["enterprise", ["all business units", "vendor solutions", "research and development", "customer-facing"], 4],
] as const)("[BRD-7] the %s scope holds what the design names", (template, parts, count) => {
  const { scope } = toCharterContent(template, "X");
  expect(scope).toHaveLength(count);
  for (const [index, part] of parts.entries()) expect(scope[index]?.toLowerCase()).toContain(part);
});

test.each([
  ["standard", ["approve or reject", "policies", "remediation", "audits"]],
  ["enterprise", ["final approval", "policy setting", "budget allocation", "cross-functional coordination"]],
] as const)("[BRD-7] the %s authority holds what the design names", (template, parts) => {
  const { authority } = toCharterContent(template, "X");
  for (const [index, part] of parts.entries()) expect(authority[index]?.toLowerCase()).toContain(part);
});

describe("what a charter may not say", () => {
  const content = toCharterContent("standard", "X");
  const path = content.escalationPaths.high;

  test.each([
    [
      "a path that does not end at the chair",
      { escalationPaths: { ...content.escalationPaths, high: { ...path, steps: [["chair"], ["board"]] } } },
    ],
    ["a path without steps", { escalationPaths: { ...content.escalationPaths, high: { ...path, steps: [] } } }],
    ["a severity without a path", { escalationPaths: { low: path, medium: path, high: path } }],
    [
      "a board without a required chair",
      {
        membership: {
          ...content.membership,
          requiredRoles: ["technical_lead", "risk_officer", "ethics_representative"],
        },
      },
    ],
    [
      "a role required twice",
      { membership: { ...content.membership, requiredRoles: [...content.membership.requiredRoles, "chair"] } },
    ],
    ["a principle twice", { constitution: [...content.constitution, content.constitution[0]] }],
    ["an empty scope", { scope: [] }],
    ["a review never", { reviewEveryMonths: 0 }],
    ["an unknown field", { votingByPost: true }],
  ])("[BRD-107] %s", (_name, change) => {
    expect(CharterContent.safeParse({ ...content, ...change }).success).toBe(false);
  });

  test("[BRD-107] a charter may require more roles", () => {
    const membership = { ...content.membership, requiredRoles: [...content.membership.requiredRoles, "legal_counsel"] };
    expect(CharterContent.safeParse({ ...content, membership }).success).toBe(true);
  });
});

test.each([
  ["2028-02-29T10:00:00.000Z", "2029-02-28T10:00:00.000Z"],
  ["2026-11-20T10:00:00.000Z", "2027-11-20T10:00:00.000Z"],
])("[BRD-7] a charter of %s is reviewed at %s", (effectiveAt, dueAt) => {
  const charter = {
    reference: "CHR-1",
    version: 1,
    template: "standard" as const,
    content: toCharterContent("standard", "X"),
    effectiveAt: new Date(effectiveAt),
    description: "",
    adoptedByDecision: null,
  };
  const justBefore = toCharterView(charter, 1, new Date(new Date(dueAt).getTime() - 1));
  expect(justBefore).toMatchObject({ reviewDueAt: dueAt, isReviewDue: false, isInForce: true, label: "1.0" });
  expect(toCharterView(charter, 2, new Date(dueAt))).toMatchObject({ isReviewDue: true, isInForce: false });
  expect(formatCharterVersion(2)).toBe("2.0");
});
