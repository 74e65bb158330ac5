// Answers "how far does this package go with each principle of the constitution?" (ADV-1, ADV-102), by rules that anybody
// can read here. Judges what was scored and answered, never how it was worded.
import type { Criterion } from "../registry/schema.ts";
import type { AdviceInputs, AlignmentLevel } from "./schema.ts";

export type PackageMatter = {
  readonly subject: NonNullable<AdviceInputs["subject"]>;
  readonly scorecard: NonNullable<AdviceInputs["scorecard"]>;
  readonly conditions: AdviceInputs["conditions"];
  readonly sinceLastTime: AdviceInputs["sinceLastTime"];
};

export type Finding = {
  readonly level: AlignmentLevel;
  readonly note: string;
  readonly risk: string | null;
  readonly suggestion: string | null;
};

type Rule = (matter: PackageMatter) => Finding;

const fits = (note: string): Finding => ({ level: "aligned", note, risk: null, suggestion: null });
const partly = (note: string, risk: string, suggestion: string): Finding => ({
  level: "partly_aligned",
  note,
  risk,
  suggestion,
});
const not = (note: string, risk: string, suggestion: string): Finding => ({
  level: "not_aligned",
  note,
  risk,
  suggestion,
});

function entryOf({ scorecard }: PackageMatter, criterion: Criterion) {
  const entry = scorecard.criteria.find((each) => each.criterion === criterion);
  if (entry === undefined) throw new Error(`A scorecard without ${criterion}`);
  return entry;
}

type Entry = ReturnType<typeof entryOf>;

export const percent = (tenThousandths: number) => `${Math.round(tenThousandths / 100)} %`;
const isShort = (entry: Entry) => entry.status === "below" || entry.status === "failed" || entry.status === "missing";
const scores = (entry: Entry, matter: PackageMatter) =>
  `${entry.label} scores ${percent(entry.scoreTenThousandths)}, below ${percent(matter.scorecard.thresholdTenThousandths)}`;

const knowledgePreservation: Rule = (matter) => {
  const entry = entryOf(matter, "documentation");
  if (isShort(entry)) {
    const risk = "Whoever takes the model over may not understand what was assumed and decided.";
    return not(`${scores(entry, matter)}.`, risk, "Complete the documentation before the model goes into use.");
  }
  if (entry.links > 0) return fits(`Documentation scores ${percent(entry.scoreTenThousandths)} and can be followed.`);
  const risk = "The documentation is described but cannot be looked up.";
  return partly("Documentation has no linked evidence.", risk, "Link the documentation itself.");
};

const trustIntegrity: Rule = (matter) => {
  const entry = entryOf(matter, "compliance_check");
  if (isShort(entry)) {
    const risk = "A model that does not comply would be trusted.";
    return not("The compliance check is not passed.", risk, "Pass the compliance check, then submit again.");
  }
  const unlinked = matter.scorecard.criteria.filter((each) => each.links === 0);
  if (unlinked.length < 3) return fits("The compliance check is passed and the scores rest on evidence with links.");
  const note = `${unlinked.length} of ${matter.scorecard.criteria.length} criteria cite nothing that can be followed.`;
  return partly(note, "Scores would be trusted on the owner's word.", "Link evidence for the criteria without it.");
};

const FACTS = {
  affectsRights: "whether it affects rights",
  affectsSafety: "whether it affects safety",
  decidesAutonomously: "whether it decides without a human",
  usesPersonalData: "whether it uses personal data",
  isPublicFacing: "whether it is public facing",
} as const;

const transparency: Rule = ({ subject, sinceLastTime }) => {
  const unknown = Object.entries(FACTS).filter(([name]) => subject[name as keyof typeof FACTS] === null);
  const words = unknown.map(([, what]) => what).join(", ");
  const suggestion = "Answer the open facts about the model.";
  const risk = "The tier may be too low, because facts that could raise it are not known.";
  if (unknown.length >= 3) return not(`Not known: ${words}.`, risk, suggestion);
  if (unknown.length > 0) return partly(`Not known: ${words}.`, risk, suggestion);
  if (sinceLastTime !== null && sinceLastTime.conditionsRemoved.length > 0) {
    const note = `Conditions of last time are gone: ${sinceLastTime.conditionsRemoved.length}.`;
    return partly(note, "What was asked for last time may not have been done.", "Say what became of them.");
  }
  return fits("Every fact that decides the tier is answered.");
};

const isConsequential = ({ subject }: PackageMatter) =>
  subject.tier === "tier_3_high" || subject.tier === "tier_4_critical";

const gradualChange: Rule = (matter) => {
  const entry = entryOf(matter, "monitoring_plan");
  if (isShort(entry)) {
    const risk = "Harm in use may go unnoticed for long.";
    const suggestion = "Ask for a monitoring plan with limits at which the model is taken back.";
    return isConsequential(matter)
      ? not(`${scores(entry, matter)}, at a high tier.`, risk, suggestion)
      : partly(`${scores(entry, matter)}.`, risk, suggestion);
  }
  const worse = matter.sinceLastTime?.worsened ?? [];
  if (worse.length === 0) return fits("A monitoring plan is there, and no criterion is worse than last time.");
  const note = `Worse than last time: ${worse.join(", ")}.`;
  return partly(note, "The model moves away from what was approved before.", "Ask why these scores went down.");
};

const humanOversight: Rule = (matter) => {
  const { decidesAutonomously, affectsRights, affectsSafety } = matter.subject;
  const suggestion = "Add a condition that names who checks decisions, how often, and who may stop the model.";
  if (decidesAutonomously === null) {
    const risk = "The model may decide without a human.";
    return partly("Not known whether it decides without a human.", risk, "Find out who answers for its decisions.");
  }
  if (!decidesAutonomously) return fits("A human decides.");
  const risk = "People are affected by decisions that nobody made.";
  if (matter.conditions.length > 0) {
    const note = "It decides without a human; the conditions are all that binds it.";
    return partly(note, risk, "Check that one of the conditions provides for a human to intervene.");
  }
  const touches = affectsRights === true || affectsSafety === true;
  const note = touches
    ? "It decides on rights or safety without a human, and no condition is attached."
    : "It decides without a human, and no condition is attached.";
  return touches ? not(note, risk, suggestion) : partly(note, risk, suggestion);
};

const security: Rule = (matter) => {
  const risks = entryOf(matter, "risk_assessment");
  if (isShort(risks)) {
    const risk = "Misuse and failure were not assessed well enough.";
    return not(`${scores(risks, matter)}.`, risk, "Complete the risk assessment, misuse included.");
  }
  const technical = entryOf(matter, "technical_soundness");
  if (isShort(technical)) {
    return partly(`${scores(technical, matter)}.`, "The model may fail in use.", "Ask for the technical findings.");
  }
  if (matter.subject.usesPersonalData === true && risks.links === 0) {
    const note = "It uses personal data, and the risk assessment has no linked evidence.";
    return partly(note, "Personal data may be exposed.", "Link the risk assessment with its part on personal data.");
  }
  return fits("Risk assessment and technical soundness reach the threshold.");
};

const fairness: Rule = (matter) => {
  const ethics = entryOf(matter, "ethics_review");
  if (isShort(ethics)) {
    const risk = "People may be put at a disadvantage without a reason.";
    return not("The ethics review is not passed.", risk, "Pass the ethics review, then submit again.");
  }
  if (matter.subject.affectsRights === true && ethics.links === 0) {
    const risk = "It affects rights, and nobody can check how outcomes differ between groups.";
    return partly("Fairness evidence is thin: the ethics review has no link.", risk, "Link the ethics review.");
  }
  const performance = entryOf(matter, "performance_metrics");
  if (isShort(performance)) {
    const risk = "Errors may fall on some groups more than on others.";
    return partly(`${scores(performance, matter)}.`, risk, "Ask for performance by group.");
  }
  return fits("The ethics review is passed and performance reaches the threshold.");
};

const RULES: Readonly<Record<string, Rule>> = {
  knowledge_preservation: knowledgePreservation,
  trust_integrity: trustIntegrity,
  transparency,
  gradual_change: gradualChange,
  human_oversight: humanOversight,
  security,
  fairness,
};

/** A principle that an amendment added is for people and language models to judge (ADV-102). */
export function assessPrinciple(key: string, matter: PackageMatter | null): Finding {
  const rule = Object.hasOwn(RULES, key) ? RULES[key] : undefined;
  const unjudged = { level: "not_assessed", risk: null, suggestion: null } as const;
  if (rule === undefined) return { ...unjudged, note: "The rules say nothing about this principle." };
  if (matter === null) return { ...unjudged, note: "The rules read scorecards, and this proposal has none." };
  return rule(matter);
}
