// All members set somebody's or a component's trust level (VOT table, ORG-141, PRT-105). Whom it is about stands aside.
import { z } from "zod";
import { TrustLevel } from "../../kernel/permission.ts";
import { textSchema } from "../../kernel/text.ts";
import { ComponentReference } from "../../portfolio/schema.ts";
import { HALF_VOTES } from "../electorate.ts";
import { formatAmount } from "../rule-sentence.ts";
import { type KindContext, type KindDefinition, namedOf } from "./kind.ts";

const Level = z.enum(TrustLevel.options, { error: "Choose a trust level" });

/** `from`: the level at the time of proposing. */
const TrustAdjustmentPayload = z
  .strictObject({
    subject: z.enum(["person", "component"], { error: "Say whether it is about a person or a component" }),
    person: z
      .guid({ error: "Choose a person" })
      .transform((id) => id.toLowerCase())
      .optional(),
    component: ComponentReference.optional(),
    from: Level,
    to: Level,
    reason: textSchema({ max: 2_000, multiline: true, what: "The reason" }),
  })
  .superRefine(({ subject, ...given }, context) => {
    const other = subject === "person" ? "component" : "person";
    const miss = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (given[subject] === undefined) miss(subject, `Choose a ${subject}`);
    if (given[other] !== undefined) miss(other, `Leave this out: it is about a ${subject}`);
  });

export const trustAdjustment: KindDefinition = {
  summary: "Set how far a person or a component is trusted, and with it how much a person’s vote weighs",
  way: {
    by: "form",
    title: "Trust level of {subject}: {to} instead of {from}",
    fields: [
      { type: "trust_change", name: "subject", label: "Whom it is about" },
      {
        ...{ type: "long_text", name: "reason", label: "Reason", most: 2_000 },
        hint: "What they have shown, and what the new level lets them do",
      },
    ],
  },
  input: TrustAdjustmentPayload,
  read: (payload) => {
    const { person, component, from, to, reason } = TrustAdjustmentPayload.parse(payload);
    const asked = {
      grounds: reason,
      ask: (context: KindContext) => `Set the trust level of ${nameOf(context)} to ${to}?`,
    };
    const items = [{ what: "Trust level", before: from, after: to }];
    if (component !== undefined) {
      return {
        ...asked,
        model: null,
        subject: component,
        effect: { type: "change_component", component, act: { type: "set_trust", from, to } },
        describeEffect: (context) => ({
          sentence: `The trust level of ${nameOf(context)} is ${to} instead of ${from}.`,
          items,
        }),
      };
    }
    if (person === undefined) throw new Error("A trust adjustment of nobody");
    return {
      ...asked,
      model: null,
      subject: person,
      aboutUserIds: [person],
      effect: { type: "set_trust", person, change: { from, to } },
      describeEffect: (context) => ({ sentence: sayConsequence(namedOf(context, "person"), to), items }),
    };
  },
};

function nameOf({ named }: KindContext): string {
  return named.person ?? (named.component === undefined ? "somebody" : `“${named.component}”`);
}

function sayConsequence(name: string, to: TrustLevel): string {
  if (to === "quarantine")
    return `${name} can sign in and read, and nothing else, until an admin releases the quarantine.`;
  const votes = formatAmount(HALF_VOTES[to], "half_vote");
  return `Where all members decide, the vote of ${name} weighs ${votes} in everything that opens after the result.`;
}
