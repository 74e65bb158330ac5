// Answers "what exactly was decided on, is it still true, and what changed since?" (REG-5).
// The package is a plain JSON value; ballots, minutes and the decision name the digest of its canonical text.
import { digestOf } from "../kernel/digest.ts";
import type { Fraction } from "../kernel/fraction.ts";
import type { Verdict } from "../kernel/verdict.ts";
import { mapCriteria } from "./criteria.ts";
import type { Condition, Criterion, Evidence, FactName, Stage, SubmissionEntry, Tier } from "./schema.ts";
import { evaluateScorecard, toTenThousandths } from "./scorecard.ts";

export const PACKAGE_FORMAT = "gavel.decision-package/1";

/** What a model must keep while a proposal on it is open, and what makes an approval stale when it changes. */
export const MATERIAL_FIELDS = [
  "name",
  "version",
  "description",
  "unit",
  "tier",
  "affectsRights",
  "affectsSafety",
  "decidesAutonomously",
  "usesPersonalData",
  "isPublicFacing",
] as const;
export type MaterialField = (typeof MATERIAL_FIELDS)[number];

export type MaterialFacts = {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly unit: string;
  readonly tier: Tier;
} & Readonly<Record<FactName, boolean | null>>;

type PackagedEntry = {
  readonly scoreTenThousandths: number;
  readonly justification: string;
  readonly evidence: readonly Evidence[];
};

export type DecisionPackage = {
  readonly format: typeof PACKAGE_FORMAT;
  readonly reference: string;
  readonly model: MaterialFacts;
  /** Shown to voters, not compared: going live is what an approval is for. */
  readonly stage: Stage | null;
  readonly scorecard: Readonly<Record<Criterion, PackagedEntry>>;
  readonly evaluation: {
    readonly overall: { readonly numerator: number; readonly denominator: number };
    readonly threshold: Fraction;
    readonly recommendation: "approve" | "reject";
  };
  readonly conditions: readonly { readonly text: string; readonly dueInDays: number | null }[];
};

/** Keeps the material fields of anything that has them. */
export function toMaterialFacts(model: MaterialFacts): MaterialFacts {
  return Object.fromEntries(MATERIAL_FIELDS.map((field) => [field, model[field]])) as MaterialFacts;
}

function toPackagedEvidence(evidence: Evidence): Evidence {
  if (evidence.kind === "text") return { kind: "text", text: evidence.text };
  const link = { kind: "link" as const, url: evidence.url };
  return evidence.label === undefined ? link : { ...link, label: evidence.label };
}

/** Freezes a complete submission. Same input, same bytes, same digest. */
export function buildDecisionPackage(input: {
  readonly reference: string;
  readonly model: MaterialFacts;
  readonly stage: Stage | null;
  readonly scores: Readonly<Record<Criterion, SubmissionEntry>>;
  readonly conditions: readonly Condition[];
  readonly threshold: Fraction;
}): { readonly package: DecisionPackage; readonly digest: string } {
  const { overall, recommendation } = evaluateScorecard(input.scores, input.threshold);
  const scorecard = mapCriteria((criterion): PackagedEntry => {
    const { score, justification, evidence } = input.scores[criterion];
    const scoreTenThousandths = toTenThousandths(score);
    return { scoreTenThousandths, justification, evidence: evidence.map(toPackagedEvidence) };
  });
  const decided: DecisionPackage = {
    format: PACKAGE_FORMAT,
    reference: input.reference,
    model: toMaterialFacts(input.model),
    stage: input.stage,
    scorecard,
    evaluation: { overall, threshold: input.threshold, recommendation },
    conditions: input.conditions.map(({ text, dueInDays }) => ({ text, dueInDays: dueInDays ?? null })),
  };
  return { package: decided, digest: digestOf(decided) };
}

/** Digest of the material facts alone, for comparing without the package. */
export function materialDigestOf(model: MaterialFacts): string {
  return digestOf(toMaterialFacts(model));
}

export function changedMaterialFields(before: MaterialFacts, after: MaterialFacts): readonly MaterialField[] {
  return MATERIAL_FIELDS.filter((field) => before[field] !== after[field]);
}

export type StalenessVerdict = Verdict<"current" | "stale", "registry.package_matches" | "registry.material_change">;

/** Derived whenever it is asked, never stored. */
export function compareToPackage(model: MaterialFacts, decided: DecisionPackage): StalenessVerdict {
  const packageDigest = materialDigestOf(decided.model);
  const modelDigest = materialDigestOf(model);
  const facts = { packageDigest, modelDigest };
  if (packageDigest === modelDigest) {
    return { outcome: "current", reasons: [{ code: "registry.package_matches", facts }] };
  }
  const fields = changedMaterialFields(decided.model, model);
  return { outcome: "stale", reasons: [{ code: "registry.material_change", facts: { ...facts, fields } }] };
}
