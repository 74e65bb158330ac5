// A frozen matter for tests: everything in order, unless said otherwise.
import { toCharterContent } from "../board/charter-template.ts";
import { CRITERIA, CRITERION_NAMES } from "../registry/criteria.ts";
import type { Criterion } from "../registry/schema.ts";
import type { AdviceInputs, Opinion } from "./schema.ts";

type Scorecard = NonNullable<AdviceInputs["scorecard"]>;
type Entry = Scorecard["criteria"][number];
type Subject = NonNullable<AdviceInputs["subject"]>;

const ENTRY = { scoreTenThousandths: 8_500, justification: "Shown in March, section 3.", links: 1, texts: 0 };

export function makeScorecard(
  apart: Partial<Record<Criterion, Partial<Entry>>> = {},
  whole: Partial<Scorecard> = {},
): Scorecard {
  return {
    overallTenThousandths: 8_700,
    thresholdTenThousandths: 7_000,
    recommendation: "approve",
    criteria: CRITERION_NAMES.map((criterion) => {
      const { label, isPassFail } = CRITERIA[criterion];
      const status = isPassFail ? ("passed" as const) : ("met" as const);
      return { criterion, label, ...ENTRY, status, ...apart[criterion] };
    }),
    ...whole,
  };
}

const SUBJECT: Subject = {
  name: "Claims triage",
  version: "3.2",
  description: "Sorts incoming claims by urgency.",
  unit: "Claims",
  tier: "tier_3_high",
  stage: "development",
  affectsRights: true,
  affectsSafety: false,
  decidesAutonomously: false,
  usesPersonalData: false,
  isPublicFacing: false,
};

export type InputsPlan = {
  readonly subject?: Partial<Subject>;
  readonly scorecard?: Scorecard | null;
  readonly proposal?: Partial<AdviceInputs["proposal"]>;
  readonly rest?: Partial<AdviceInputs>;
};

export function makeInputs({ subject, scorecard, proposal, rest }: InputsPlan = {}): AdviceInputs {
  return {
    proposal: {
      reference: "PRP-00000000",
      kind: "model_approval",
      title: "Approve “Claims triage 3.2”?",
      description: "As submitted.",
      asked: "Approve “Claims triage 3.2”?",
      grounds: null,
      whatItDoes: "It becomes approved.",
      effect: "binding",
      ...proposal,
    },
    principles: [...toCharterContent("standard", "Northwind Care").constitution],
    subject: { ...SUBJECT, ...subject },
    scorecard: scorecard === undefined ? makeScorecard() : scorecard,
    gaps: [],
    conditions: [],
    sinceLastTime: null,
    ...rest,
  };
}

/** What a language model would say when it does as asked. */
export function makeOpinion(inputs: AdviceInputs, change: Partial<Opinion> = {}): Opinion {
  return {
    alignment: inputs.principles.map(({ key }) => ({
      principle: key,
      level: "aligned",
      note: "Nothing speaks against it.",
    })),
    risks: ["Drift is not watched."],
    benefits: ["Claims are sorted sooner."],
    recommendation: "oppose",
    reasoning: "The monitoring plan names no limits.",
    suggestedModifications: ["Name the limits."],
    ...change,
  };
}
