// Answers "what became of an act on what was chosen?" One alone is asked for by itself, so that its refusal is said in full;
// several are one act of the server, in which each is judged by itself: what is left as it was is named with the reason.
import type { z } from "zod";
import { reasonSentence } from "@/components/governance/reason-sentences";
import { formatCount } from "@/lib/format/number";
import { joinList } from "@/lib/format/words";
import type { ManyAnswer } from "@/lib/governance/escalations/view";
import type { ActionResult, Problem } from "@/lib/governance/kernel/problem";

export type Outcome = z.infer<typeof ManyAnswer>;
type Left = Outcome["left"];

const MOST_NAMED = 5;

export async function actOn(
  items: readonly { readonly reference: string }[],
  one: (chosen: { reference: string }) => Promise<ActionResult<unknown>>,
  many: (chosen: { references: string[] }) => Promise<ActionResult<Outcome>>,
): Promise<ActionResult<Outcome>> {
  const [only] = items;
  if (items.length === 1 && only !== undefined) {
    const { reference } = only;
    const result = await one({ reference });
    return result.ok ? { ok: true, value: { done: [reference], left: [] } } : result;
  }
  const result = await many({ references: items.map(({ reference }) => reference) });
  return result.ok && result.value.done.length === 0 ? { ok: false, problem: toProblem(result.value.left) } : result;
}

/** "ESC-1 assigned", "3 assigned" */
export function sayDone(done: readonly string[], what: string): string {
  return `${done.length === 1 ? done[0] : formatCount(done.length)} ${what}`;
}

/** Each reason once, with whom it is about. */
export function sayLeft(left: Left, what: string): { title: string; detail: string } {
  const byCode = Map.groupBy(left, ({ code }) => code);
  const said = [...byCode].map(([code, them]) => {
    const named = them.map(({ reference }) => reference);
    return `${reasonSentence({ code, facts: {} })}: ${joinList(named, MOST_NAMED)}`;
  });
  return { title: `${formatCount(left.length)} ${what}`, detail: said.join(". ") };
}

/** None was done: said in the form, like the refusal of one. */
function toProblem(left: Left): Problem {
  const { title, detail } = sayLeft(left, "left as they are");
  return {
    ...{ type: "about:blank", title, detail, status: 409, code: "client.none_done", hint: null, facts: {} },
    ...{ errors: [], requestId: "" },
  };
}
