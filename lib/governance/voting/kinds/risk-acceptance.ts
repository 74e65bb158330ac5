// The board accepts a risk for a time (VOT-170): chair and two others. On its last day it comes back to the board.
import { sayDay } from "../../kernel/calendar-day.ts";
import { RiskAcceptanceTerms, sayMatter } from "../../policy/grant-terms.ts";
import { LONGEST_GRANT_DAYS, ResidualRisk } from "../../policy/schema.ts";
import { ModelStatus, toModelTitle } from "../../registry/schema.ts";
import type { KindContext, KindDefinition } from "./kind.ts";

const LIVING = ModelStatus.options.filter((status) => status !== "decommissioned");
const LEVELS: Readonly<Record<ResidualRisk, string>> = { low: "Low", medium: "Medium", high: "High" };

export const riskAcceptance: KindDefinition = {
  summary: "Accept a risk until a day, with the measures that compensate for it",
  way: {
    by: "form",
    title: "Accept a risk until {until}",
    fields: [
      {
        ...{ type: "choice", name: "about", label: "The risk is of" },
        options: [
          { value: "model", label: "A model of the registry" },
          { value: "named", label: "Something else, in words" },
        ],
      },
      {
        ...{ type: "model", name: "model", label: "Model", statuses: LIVING, evenUnderVote: true },
        onlyWhen: { field: "about", value: "model" },
      },
      {
        ...{ type: "text", name: "named", label: "What it is of", most: 200 },
        onlyWhen: { field: "about", value: "named" },
      },
      {
        ...{ type: "long_text", name: "risk", label: "Which risk", most: 2_000 },
        hint: "What could happen, to whom, and how likely it is",
      },
      {
        type: "choice",
        name: "residualRisk",
        label: "Residual risk",
        options: ResidualRisk.options.map((value) => ({ value, label: LEVELS[value] })),
      },
      {
        ...{ type: "long_text", name: "residualExplanation", label: "Why the rest is acceptable", most: 2_000 },
        hint: "What is left of the risk once the measures hold",
      },
      {
        ...{ type: "lines", name: "measures", label: "Compensating measures", most: 20 },
        hint: "One a line",
      },
      {
        ...{ type: "day", name: "until", label: "Accepted until" },
        hint: `The last day, at most ${LONGEST_GRANT_DAYS} days ahead; on it the matter comes back to the board`,
      },
    ],
  },
  input: RiskAcceptanceTerms,
  read: (payload) => {
    const terms = RiskAcceptanceTerms.parse(payload);
    const matterOf = ({ model }: KindContext) =>
      sayMatter({ kind: "risk_acceptance", terms }, model === null ? null : toModelTitle(model));
    const until = sayDay(terms.until);
    return {
      model: terms.model ?? null,
      subject: terms.renews ?? terms.model ?? "a named risk",
      effect: { type: "enter_grant", grant: { kind: "risk_acceptance", terms } },
      grounds: null,
      ask: (context) => `Accept this risk of “${matterOf(context)}” until ${until}?`,
      describeEffect: () => ({
        sentence: `The risk is accepted until ${until}. On that day the matter comes back to the board; the chair may end it earlier.`,
        items: [
          { what: "Residual risk", before: null, after: terms.residualRisk },
          { what: "Last day", before: null, after: until },
        ],
      }),
      describeTerms: () => [
        { what: "Risk", lines: [terms.risk] },
        { what: "Residual risk", lines: [`${LEVELS[terms.residualRisk]}: ${terms.residualExplanation}`] },
        { what: "Compensating measures", lines: terms.measures },
        ...(terms.renews === undefined ? [] : [{ what: "Renews", lines: [terms.renews] }]),
      ],
    };
  },
};
