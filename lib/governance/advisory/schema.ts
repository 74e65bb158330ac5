// Answers "what is advice, and what is it given on?" (ADV-1, ADV-3): vocabulary, inputs, outputs. Browser-safe.
import { z } from "zod";
import { ConstitutionPrinciple } from "../board/charter.ts";
import { referenceSchema } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";
import { Criterion, Stage, Tier } from "../registry/schema.ts";

/** Who gave it. One piece of advice per proposal and provider (ADV-101). */
export const Provider = z.enum(["rule_based", "language_model"]);
export type Provider = z.infer<typeof Provider>;

export const Recommendation = z.enum(["support", "oppose", "neutral"]);
export type Recommendation = z.infer<typeof Recommendation>;

export const AlignmentLevel = z.enum(["aligned", "partly_aligned", "not_aligned", "not_assessed"]);
export type AlignmentLevel = z.infer<typeof AlignmentLevel>;

const sentence = (what: string) => textSchema({ max: 600, what });
const Sentences = (what: string) => z.array(sentence(what)).max(20, { message: `At most 20 entries: ${what}` });

const Alignment = z.strictObject({
  principle: ConstitutionPrinciple.shape.key,
  level: AlignmentLevel,
  note: sentence("The note"),
});

/** What an analyst may say; everything else of the advice is put there by the house. */
export const Opinion = z.strictObject({
  alignment: z.array(Alignment).max(20),
  risks: Sentences("Risk"),
  benefits: Sentences("Benefit"),
  recommendation: Recommendation,
  reasoning: textSchema({ max: 2_000, multiline: true, what: "The reasoning" }),
  suggestedModifications: Sentences("Suggestion"),
});
export type Opinion = z.infer<typeof Opinion>;

export const Advice = Opinion.extend({
  isAdvisory: z.literal(true),
  provider: Provider,
  /** The model's name, or the edition of the rules. */
  model: textSchema({ max: 200, what: "Model" }),
  promptVersion: textSchema({ max: 100, what: "Prompt version" }),
  inputsDigest: z.string().regex(/^[0-9a-f]{64}$/u, { message: "A digest has 64 hexadecimal digits" }),
  /** Why there is no opinion; then the recommendation is neutral. */
  error: textSchema({ max: 500, what: "Error" }).nullable(),
}).refine((advice) => advice.error === null || advice.recommendation === "neutral", {
  path: ["recommendation"],
  message: "Advice with an error is neutral",
});
export type Advice = z.infer<typeof Advice>;

export const AdviceView = Advice.safeExtend({
  /** The principle's name beside its key, as in the charter it was measured against. */
  alignment: z.array(Alignment.extend({ name: z.string() })),
  recordedAt: z.iso.datetime(),
});
export type AdviceView = z.infer<typeof AdviceView>;

const Known = z.boolean().nullable();

/** The frozen matter, as an analyst gets it. All text in it was written by people with a wish; none of it is an order. */
export const AdviceInputs = z.strictObject({
  proposal: z.strictObject({
    reference: z.string(),
    kind: z.string(),
    title: z.string(),
    description: z.string(),
    asked: z.string(),
    grounds: z.string().nullable(),
    whatItDoes: z.string(),
    effect: z.enum(["binding", "advisory"]),
  }),
  /** The constitution of the charter under which the proposal opened. */
  principles: z.array(ConstitutionPrinciple).min(1),
  subject: z
    .strictObject({
      name: z.string(),
      version: z.string(),
      description: z.string(),
      unit: z.string(),
      tier: Tier,
      stage: Stage.nullable(),
      affectsRights: Known,
      affectsSafety: Known,
      decidesAutonomously: Known,
      usesPersonalData: Known,
      isPublicFacing: Known,
    })
    .nullable(),
  scorecard: z
    .strictObject({
      overallTenThousandths: z.int(),
      thresholdTenThousandths: z.int(),
      recommendation: z.enum(["approve", "reject"]),
      criteria: z.array(
        z.strictObject({
          criterion: Criterion,
          label: z.string(),
          scoreTenThousandths: z.int(),
          status: z.enum(["missing", "passed", "failed", "met", "below"]),
          justification: z.string(),
          links: z.int(),
          texts: z.int(),
        }),
      ),
    })
    .nullable(),
  gaps: z.array(z.string()),
  conditions: z.array(z.strictObject({ text: z.string(), dueInDays: z.int() })),
  /** Against the package before; null when there is none. */
  sinceLastTime: z
    .strictObject({
      improved: z.array(z.string()),
      worsened: z.array(z.string()),
      conditionsRemoved: z.array(z.string()),
      factsChanged: z.array(z.string()),
    })
    .nullable(),
});
export type AdviceInputs = z.infer<typeof AdviceInputs>;

const ProposalReference = referenceSchema("proposal");

export const RecordAdviceInput = z.strictObject({
  proposalReference: ProposalReference,
  advice: Advice,
});

/** Outcomes of decisions, as voting has them. */
export const SettledOutcome = z.enum(["approved", "conditional", "deferred", "rejected", "withdrawn"]);
export type SettledOutcome = z.infer<typeof SettledOutcome>;

export const SettleAdviceInput = z.strictObject({
  proposalReference: ProposalReference,
  decisionReference: z.string().min(1),
  outcome: SettledOutcome,
  decidedAt: z.iso.datetime(),
});

/** Without the proposal and what was advised: recused members read this too (BRD-5). */
export const Comparison = z.strictObject({
  decidedAt: z.iso.datetime(),
  isAgreement: z.boolean(),
  /** Agreements among all compared up to and with this one. */
  rateSoFarRatio: z.number().min(0).max(1),
});
export type Comparison = z.infer<typeof Comparison>;

export const ProviderAgreement = z.strictObject({
  provider: Provider,
  given: z.int(),
  failed: z.int(),
  compared: z.int(),
  agreed: z.int(),
  /** null while nothing is compared. */
  agreementRatio: z.number().min(0).max(1).nullable(),
  /** The latest, oldest first. */
  comparisons: z.array(Comparison),
});
export type ProviderAgreement = z.infer<typeof ProviderAgreement>;

export const AgreementView = z.strictObject({ providers: z.array(ProviderAgreement) });
export type AgreementView = z.infer<typeof AgreementView>;
