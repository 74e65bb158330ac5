// Answers "what does the board ratify?" (VOT-11): the kinds that a chair decides alone share payload, words and effect.
import { z } from "zod";
import { ModelStatus } from "../../registry/schema.ts";
import { type ChairAct, itemsOfAct, modelOfAct, nameAct, sayActUndone } from "./chair-act.ts";
import type { KindDefinition } from "./kind.ts";

/** Kept with the vote; nobody sends it, the chair's decision writes it. */
const RatificationPayload = z.strictObject({
  decision: z.string(),
  act: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("suspend_model"), model: z.string(), from: ModelStatus }),
    z.strictObject({
      type: z.literal("instruct"),
      instruction: z.string(),
      addressee: z.string(),
      until: z.string(),
      model: z.string().nullable(),
    }),
  ]) satisfies z.ZodType<ChairAct>,
});
export type RatificationPayload = z.infer<typeof RatificationPayload>;

export function toRatifiedKind(summary: string): KindDefinition {
  return {
    summary,
    way: { by: "own_way", sentence: "The chair decides it at once; the vote that ratifies it opens by itself." },
    input: null,
    read: (payload) => {
      const { decision, act } = RatificationPayload.parse(payload);
      const model = modelOfAct(act);
      return {
        model,
        subject: model ?? decision,
        effect: { type: "ratify", decision, act },
        grounds: act.type === "instruct" ? act.instruction : null,
        isRatification: true,
        ask: (context) => `Ratify ${nameAct(act, context)} by the chair?`,
        describeEffect: (context) => ({
          sentence: `The chair’s decision becomes final. Otherwise, also without quorum, it is reversed at the deadline: ${sayActUndone(act, context)}`,
          items: [{ what: "Decision", before: "provisional", after: "final" }, ...itemsOfAct(act)],
        }),
      };
    },
  };
}
