// Scorecards of the demo: eight criteria with justification and evidence, written out of a few facts about the model.
import { Criterion, type ScorecardSubmission } from "../../lib/governance/registry/schema.ts";
import type { DemoModel } from "./model-plan.ts";

type Words = { readonly strong: string; readonly weak: string; readonly evidence: string };

const WORDS: Readonly<Record<Criterion, (model: DemoModel) => Words>> = {
  technical_soundness: ({ name, version }) => ({
    strong: `${name} ${version} was validated on a held-out year by a team that did not build it; results were reproduced from the repository.`,
    weak: `${name} ${version} was validated by its own developers only, and the held-out period is short.`,
    evidence: "Validation report, sections 3 to 6",
  }),
  risk_assessment: ({ unit }) => ({
    strong: `Failure modes were worked through with ${unit.toLowerCase()}; each has a control, an owner and a residual rating.`,
    weak: `The register lists failure modes for ${unit.toLowerCase()}, but two of them have no control yet.`,
    evidence: "Risk register, entries with residual rating",
  }),
  ethics_review: ({ facts }) => ({
    strong: facts.affectsRights
      ? "Outcomes were compared across age, sex and place of residence; the largest gap is within the agreed bound of two points."
      : "Nobody is treated differently on account of the output; the reviewer confirmed it.",
    weak: "The comparison across groups is missing for customers with incomplete files.",
    evidence: "Ethics review minutes with the group comparison",
  }),
  business_justification: ({ unit }) => ({
    strong: `${unit} expects shorter handling times and fewer corrections; the pilot showed both over ten weeks.`,
    weak: `The benefit for ${unit.toLowerCase()} is estimated from a vendor's study, not from a pilot.`,
    evidence: "Benefit case and pilot figures",
  }),
  compliance_check: ({ facts }) => ({
    strong: facts.usesPersonalData
      ? "The data protection impact assessment is signed; legal basis, retention and access are settled."
      : "No personal data; the obligations register was checked line by line.",
    weak: "The impact assessment is a draft; retention of intermediate data is open.",
    evidence: "Signed assessment and obligations checklist",
  }),
  performance_metrics: ({ name }) => ({
    strong: `${name} beats the present procedure on precision and recall, with intervals, on every product line.`,
    weak: `${name} is better on average and worse on the smallest product line.`,
    evidence: "Metrics by product line with confidence intervals",
  }),
  documentation: () => ({
    strong: "Model card, data sheet and operating manual are complete and were read by a newcomer.",
    weak: "Model card and data sheet exist; the operating manual is an outline.",
    evidence: "Model card and operating manual",
  }),
  monitoring_plan: ({ unit }) => ({
    strong: `Drift, error rate and complaints are watched weekly by ${unit.toLowerCase()}, with thresholds that page the owner.`,
    weak: "Drift is watched monthly; no owner is named for the alert.",
    evidence: "Monitoring plan with thresholds and owners",
  }),
};

/** `quality` 0 to 1 moves all scores; `weak` names criteria that fall short. Pass/fail criteria are 1 unless weak. */
export function toScores(
  model: DemoModel,
  quality: number,
  weak: readonly Criterion[] = [],
): ScorecardSubmission["scores"] {
  const entries = Criterion.options.map((criterion, index) => {
    const words = WORDS[criterion](model);
    const isWeak = weak.includes(criterion);
    const isPassFail = criterion === "ethics_review" || criterion === "compliance_check";
    const spread = ((index * 37 + model.key.length * 11) % 13) / 100;
    const graded = Math.round(Math.min(1, quality + spread - (isWeak ? 0.3 : 0)) * 100) / 100;
    const score = isPassFail ? (isWeak ? 0 : 1) : graded;
    const folder = `https://records.halden.example/models/${model.key}/${model.version}`;
    return [
      criterion,
      {
        score,
        justification: isWeak ? words.weak : words.strong,
        evidence: [
          { kind: "link" as const, url: `${folder}/${criterion.replaceAll("_", "-")}`, label: words.evidence },
          ...(criterion === "risk_assessment"
            ? [
                {
                  kind: "text" as const,
                  text: `Reviewed with the risk office on the ${model.version} release candidate.`,
                },
              ]
            : []),
        ],
      },
    ];
  });
  return Object.fromEntries(entries) as ScorecardSubmission["scores"];
}
