// Answers "what does an analyst get to read?" (ADV-3): the frozen matter, as advisory asks for it. Words and counts only;
// nothing of the vote, of its members or of their trust is in it.
import type { AdviceInputs } from "../advisory/schema.ts";
import { sayRule } from "../policy/policy-words.ts";
import { CRITERIA } from "../registry/criteria.ts";
import type { DecisionPackage } from "../registry/decision-package.ts";
import { comparePackages } from "../registry/package-difference.ts";
import type { Evaluation } from "../registry/scorecard.ts";
import type { KindContext, KindReading } from "./kinds/kind.ts";

const ofTenThousand = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  Math.floor((numerator * 10_000) / denominator);

export function toAdvisedScorecard(decided: DecisionPackage, evaluation: Evaluation): AdviceInputs["scorecard"] {
  return {
    overallTenThousandths: ofTenThousand(evaluation.overall),
    thresholdTenThousandths: ofTenThousand(evaluation.threshold),
    recommendation: evaluation.recommendation,
    criteria: evaluation.criteria.map(({ criterion, status }) => {
      const { scoreTenThousandths, justification, evidence } = decided.scorecard[criterion];
      const links = evidence.filter((item) => item.kind === "link").length;
      const { label } = CRITERIA[criterion];
      return { criterion, label, scoreTenThousandths, status, justification, links, texts: evidence.length - links };
    }),
  };
}

export function toAdvisedChange(before: DecisionPackage, after: DecisionPackage): AdviceInputs["sinceLastTime"] {
  const difference = comparePackages(before, after);
  const labels = (direction: "up" | "down") =>
    difference.criteria
      .filter((change) => change.direction === direction)
      .map((change) => CRITERIA[change.criterion].label);
  return {
    improved: labels("up"),
    worsened: labels("down"),
    conditionsRemoved: [...difference.conditionsRemoved],
    factsChanged: difference.factsChanged.map((change) => change.field),
  };
}

/** The reason given; where there is none, the terms or the text that are decided on. */
export function toAdvisedGrounds(reading: KindReading, context: KindContext): string | null {
  if (reading.grounds !== null) return reading.grounds;
  const { effect } = reading;
  const content = effect.type === "change_policy" ? effect.change.content : null;
  if (content !== null) return [content.statement, ...content.rules.map(sayRule)].join("\n");
  const terms = reading.describeTerms?.(context) ?? [];
  return terms.length === 0 ? null : terms.map(({ what, lines }) => `${what}: ${lines.join("; ")}`).join("\n");
}

/** The subject as the package froze it. */
export function toAdvisedSubject({ model, stage }: Pick<DecisionPackage, "model" | "stage">): AdviceInputs["subject"] {
  const { name, version, description, unit, tier } = model;
  const { affectsRights, affectsSafety, decidesAutonomously, usesPersonalData, isPublicFacing } = model;
  const facts = { affectsRights, affectsSafety, decidesAutonomously, usesPersonalData, isPublicFacing };
  return { name, version, description, unit, tier, stage, ...facts };
}
