// The board lets a model or a unit off a rule for a time (VOT-171): chair and two others.
import { sayDay } from "../../kernel/calendar-day.ts";
import { ExceptionTerms, sayMatter } from "../../policy/grant-terms.ts";
import { LONGEST_GRANT_DAYS } from "../../policy/schema.ts";
import { ModelStatus, toModelTitle } from "../../registry/schema.ts";
import type { KindContext, KindDefinition } from "./kind.ts";

const LIVING = ModelStatus.options.filter((status) => status !== "decommissioned");

export const exceptionGrant: KindDefinition = {
  summary: "Let a model or a unit off a policy or rule until a day, within limits",
  way: {
    by: "form",
    title: "Exception from “{rule}” until {until}",
    fields: [
      {
        ...{ type: "text", name: "rule", label: "Exception from", most: 500 },
        hint: "The policy or rule, in words",
      },
      {
        ...{ type: "policy", name: "policy", label: "Policy", isOptional: true },
        hint: "When the rule is one of the policies on record",
      },
      {
        ...{ type: "choice", name: "about", label: "It holds for" },
        options: [
          { value: "model", label: "A model" },
          { value: "unit", label: "A unit" },
        ],
      },
      {
        ...{ type: "model", name: "model", label: "Model", statuses: LIVING, evenUnderVote: true },
        onlyWhen: { field: "about", value: "model" },
      },
      { type: "text", name: "unit", label: "Unit", most: 120, onlyWhen: { field: "about", value: "unit" } },
      {
        ...{ type: "long_text", name: "limits", label: "Limits", most: 2_000 },
        hint: "How far it goes: amounts, numbers, people, places, and what still holds",
      },
      {
        ...{ type: "day", name: "until", label: "Expires after" },
        hint: `The last day, at most ${LONGEST_GRANT_DAYS} days ahead; on it the matter comes back to the board`,
      },
    ],
  },
  input: ExceptionTerms,
  read: (payload) => {
    const terms = ExceptionTerms.parse(payload);
    const matterOf = ({ model }: KindContext) =>
      sayMatter({ kind: "exception_grant", terms }, model === null ? null : toModelTitle(model));
    const until = sayDay(terms.until);
    const sayPolicy = ({ named }: KindContext) => {
      return named.policy === undefined ? (terms.policy ?? "") : `${named.policy} (${terms.policy ?? ""})`;
    };
    return {
      model: terms.model ?? null,
      subject: terms.renews ?? terms.model ?? "a unit",
      effect: { type: "enter_grant", grant: { kind: "exception_grant", terms } },
      grounds: null,
      ask: (context) => `Grant “${matterOf(context)}” this exception until ${until}?`,
      describeEffect: (context) => ({
        sentence: `“${matterOf(context)}” is excepted until ${until}, within the limits. On that day the matter comes back to the board; the chair may end it earlier.`,
        items: [{ what: "Last day", before: null, after: until }],
      }),
      describeTerms: (context) => [
        { what: "Exception from", lines: [terms.rule] },
        ...(terms.policy === undefined ? [] : [{ what: "Policy", lines: [sayPolicy(context)] }]),
        { what: "Limits", lines: [terms.limits] },
        ...(terms.renews === undefined ? [] : [{ what: "Renews", lines: [terms.renews] }]),
      ],
    };
  },
};
