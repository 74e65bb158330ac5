// Answers "of these, which may be done, and why not the others?" for acts on several items at once (ESC-11, ESC-116, ESC-117):
// what was asked for and is not there is named like what may not be done.
import type { Actor } from "../kernel/actor.ts";
import { assessAct, type EscalationAct, type LifeFacts } from "./life.ts";

type Named = LifeFacts & { readonly reference: string };

export type Judged<Item> = {
  readonly allowed: readonly Item[];
  /** Left as they are, each with the code of the reason. */
  readonly left: { reference: string; code: string }[];
};

export function judgeMany<Item extends Named>(
  items: readonly Item[],
  request: {
    readonly references: readonly string[];
    readonly act: EscalationAct;
    readonly actor: Actor;
    readonly at: Date;
  },
): Judged<Item> {
  const { references, act, actor, at } = request;
  const judged = items.map((item) => ({ item, verdict: assessAct(item, act, actor, at) }));
  const known = new Set(items.map(({ reference }) => reference));
  const unknown = [...new Set(references)].filter((reference) => !known.has(reference));
  return {
    allowed: judged.filter(({ verdict }) => verdict.outcome === "allowed").map(({ item }) => item),
    left: [
      ...judged.flatMap(({ item: { reference }, verdict }) =>
        verdict.outcome === "allowed" ? [] : [{ reference, code: verdict.reasons[0]?.code ?? "" }],
      ),
      ...unknown.map((reference) => ({ reference, code: "kernel.not_found" })),
    ],
  };
}
