// Answers "what would an analyst by rules advise?" (ADV-1, ADV-2, ADV-103). The default where no language model is
// configured; it names itself, and the same inputs always give the same advice.
import { digestOf } from "../kernel/digest.ts";
import { assessPrinciple, type Finding, type PackageMatter, percent } from "./principle-rules.ts";
import type { Advice, AdviceInputs, Opinion, Recommendation } from "./schema.ts";

const RULES_EDITION = "rules/1";
const STRONG_TEN_THOUSANDTHS = 9_000;
const SUFFICIENT_REASON = 40;

type Judged = Finding & { readonly principle: string; readonly name: string };
type Stance = { readonly recommendation: Recommendation; readonly reasoning: string };

export function adviseByRules(inputs: AdviceInputs): Advice {
  const matter = toMatter(inputs);
  const judged = inputs.principles.map(({ key, name }) => ({ principle: key, name, ...assessPrinciple(key, matter) }));
  const { recommendation, reasoning } = matter === null ? judgeBare(inputs) : judgePackage(matter, judged);
  const opinion: Opinion = {
    alignment: judged.map(({ principle, level, note }) => ({ principle, level, note })),
    risks: distinct(judged.map((each) => each.risk)),
    benefits: matter === null ? [] : findBenefits(matter),
    recommendation,
    reasoning: `${reasoning} Found by rules, not by reading the text.`,
    suggestedModifications: distinct(judged.map((each) => each.suggestion)),
  };
  const source = { provider: "rule_based", model: "Rule-based analyst", promptVersion: RULES_EDITION } as const;
  return { ...opinion, ...source, isAdvisory: true, inputsDigest: digestOf(inputs), error: null };
}

function toMatter({ subject, scorecard, conditions, sinceLastTime }: AdviceInputs): PackageMatter | null {
  return subject === null || scorecard === null ? null : { subject, scorecard, conditions, sinceLastTime };
}

function judgePackage({ scorecard }: PackageMatter, judged: readonly Judged[]): Stance {
  const failed = scorecard.criteria.filter((each) => each.status === "failed").map((each) => each.label);
  if (failed.length > 0) return { recommendation: "oppose", reasoning: `Not passed: ${failed.join(", ")}.` };
  if (scorecard.recommendation === "reject") {
    const { overallTenThousandths, thresholdTenThousandths } = scorecard;
    const reasoning = `The scorecard adds up to ${percent(overallTenThousandths)}, below ${percent(thresholdTenThousandths)}.`;
    return { recommendation: "oppose", reasoning };
  }
  const named = (level: Finding["level"]) => judged.filter((each) => each.level === level).map((each) => each.name);
  const against = named("not_aligned");
  const thin = named("partly_aligned");
  if (against.length >= 2) return { recommendation: "oppose", reasoning: `Not met: ${against.join(", ")}.` };
  if (against.length === 1) {
    const reasoning = `The scorecard reaches its threshold, but one principle is not met: ${against.join(", ")}.`;
    return { recommendation: "neutral", reasoning };
  }
  if (thin.length >= 3) {
    return { recommendation: "neutral", reasoning: `Nothing speaks against it, but thin are: ${thin.join(", ")}.` };
  }
  const rest = thin.length === 0 ? "" : ` Thin: ${thin.join(", ")}.`;
  const overall = percent(scorecard.overallTenThousandths);
  return {
    recommendation: "support",
    reasoning: `The scorecard adds up to ${overall} and no principle is missed.${rest}`,
  };
}

/** Without a scorecard there is little that rules can weigh. */
function judgeBare({ proposal }: AdviceInputs): Stance {
  const reason = proposal.grounds ?? "";
  if (proposal.kind !== "decommission") {
    return { recommendation: "neutral", reasoning: "There is no scorecard that the rules could weigh." };
  }
  if ([...reason].length < SUFFICIENT_REASON) {
    return { recommendation: "neutral", reasoning: "The reason to decommission is given in a few words only." };
  }
  return { recommendation: "support", reasoning: "It takes a model out of use, and the reason is given." };
}

function findBenefits({ scorecard, conditions, sinceLastTime }: PackageMatter): string[] {
  const strong = scorecard.criteria.filter(
    (each) => each.scoreTenThousandths >= STRONG_TEN_THOUSANDTHS && each.status !== "failed" && each.links > 0,
  );
  const improved = sinceLastTime?.improved ?? [];
  const benefits = [
    strong.length === 0 ? null : `Strong and backed by links: ${strong.map((each) => each.label).join(", ")}.`,
    conditions.length === 0 ? null : `Conditions bind the owner after the decision: ${conditions.length}.`,
    improved.length === 0 ? null : `Better than last time: ${improved.join(", ")}.`,
  ];
  return distinct(benefits);
}

function distinct(found: readonly (string | null)[]): string[] {
  return [...new Set(found.filter((text) => text !== null))];
}
