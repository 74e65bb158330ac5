// Answers "where is this package thin?" for people who decide on it: failed and low criteria, evidence that nobody can
// follow, facts that nobody answered. Words only; nothing here decides.
import { CRITERIA, CRITERION_NAMES } from "../registry/criteria.ts";
import type { DecisionPackage } from "../registry/decision-package.ts";
import type { FactName } from "../registry/schema.ts";
import type { Evaluation } from "../registry/scorecard.ts";

const SHORT_JUSTIFICATION = 40;
const FACTS: Readonly<Record<FactName, string>> = {
  affectsRights: "whether it affects rights",
  affectsSafety: "whether it affects safety",
  decidesAutonomously: "whether it decides without a human",
  usesPersonalData: "whether it uses personal data",
  isPublicFacing: "whether it is public facing",
};

const percent = (ratio: number) => `${Math.round(ratio * 100)} %`;

export function findGaps(decided: DecisionPackage, evaluation: Evaluation): readonly string[] {
  const gaps = CRITERION_NAMES.flatMap((criterion) => {
    const { label } = CRITERIA[criterion];
    const { evidence, justification } = decided.scorecard[criterion];
    const { status, scoreRatio } = evaluation.criteria.find((entry) => entry.criterion === criterion) ?? {};
    const found: string[] = [];
    if (status === "failed") found.push(`${label} is not passed`);
    if (status === "below") {
      found.push(`${label} scores ${percent(scoreRatio ?? 0)}, below ${percent(evaluation.thresholdRatio)}`);
    }
    if (evidence.every((item) => item.kind === "text")) found.push(`${label} has no linked evidence`);
    if ([...justification].length < SHORT_JUSTIFICATION) found.push(`${label} is justified in a few words only`);
    return found;
  });
  const unknown = (Object.keys(FACTS) as FactName[]).filter((name) => decided.model[name] === null);
  return [...gaps, ...unknown.map((name) => `Not known: ${FACTS[name]}`)];
}
