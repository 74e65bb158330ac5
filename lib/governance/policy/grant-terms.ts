// Answers "what are the terms of a risk acceptance, and of an exception?" (VOT-170, VOT-171): the payloads of both kinds of
// decision, kept with the grant. Pure schemas.
import { z } from "zod";
import { CalendarDay } from "../kernel/calendar-day.ts";
import { referenceSchema } from "../kernel/reference.ts";
import { textSchema } from "../kernel/text.ts";
import { ResidualRisk } from "./schema.ts";

const text = (what: string, max = 2_000) => textSchema({ max, multiline: max > 500, what });

const Until = CalendarDay.meta({ description: "Last day in force, in the organisation's time zone" });
/** The grant that this one goes on from. */
const Renews = referenceSchema("grant").optional();
const model = referenceSchema("model").optional();

/** Exactly the field that `about` names is given, none of the others. */
function findAboutProblems(about: string, given: Readonly<Record<string, string | undefined>>): [string, string][] {
  return Object.entries(given).flatMap(([name, value]): [string, string][] => {
    if (name === about) return value === undefined ? [[name, "Say what it is about"]] : [];
    return value === undefined ? [] : [[name, `Leave this out: it is about the ${about}`]];
  });
}

export const RiskAcceptanceTerms = z
  .strictObject({
    about: z.enum(["model", "named"]),
    model,
    /** A matter in words, where it is no model of the registry. */
    named: text("The matter", 200).optional(),
    risk: text("The risk"),
    residualRisk: ResidualRisk,
    residualExplanation: text("The explanation"),
    measures: z
      .array(text("The measure", 500))
      .min(1, { message: "Name at least one measure, or say that there is none and why" })
      .max(20, { message: "At most 20 measures" }),
    until: Until,
    renews: Renews,
  })
  .superRefine((terms, context) => {
    for (const [path, message] of findAboutProblems(terms.about, { model: terms.model, named: terms.named })) {
      context.addIssue({ code: "custom", path: [path], message });
    }
  });
export type RiskAcceptanceTerms = z.infer<typeof RiskAcceptanceTerms>;

export const ExceptionTerms = z
  .strictObject({
    /** What it is an exception from, in words. */
    rule: text("The rule", 500),
    policy: referenceSchema("policy").optional(),
    about: z.enum(["model", "unit"]),
    model,
    unit: text("The unit", 120).optional(),
    limits: text("The limits"),
    until: Until,
    renews: Renews,
  })
  .superRefine((terms, context) => {
    for (const [path, message] of findAboutProblems(terms.about, { model: terms.model, unit: terms.unit })) {
      context.addIssue({ code: "custom", path: [path], message });
    }
  });
export type ExceptionTerms = z.infer<typeof ExceptionTerms>;

/** One register, two kinds. */
export type GrantTerms =
  | { readonly kind: "risk_acceptance"; readonly terms: RiskAcceptanceTerms }
  | { readonly kind: "exception_grant"; readonly terms: ExceptionTerms };

export function readGrantTerms(kind: GrantTerms["kind"], terms: unknown): GrantTerms {
  return kind === "risk_acceptance"
    ? { kind, terms: RiskAcceptanceTerms.parse(terms) }
    : { kind, terms: ExceptionTerms.parse(terms) };
}

/** A model is named by whoever knows it. */
export function sayMatter(grant: GrantTerms, modelTitle: string | null): string {
  const own = grant.kind === "risk_acceptance" ? grant.terms.named : grant.terms.unit;
  return own ?? modelTitle ?? grant.terms.model ?? "";
}
