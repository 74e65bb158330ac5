// Answers "what became of the same act on several?" One after the other, as a person would; what all are refused for is said
// in the form, and what only some are refused for is named.
import type { ActionResult, Problem } from "@/lib/governance/kernel/problem";

type Row = { readonly reference: string };
export type Outcome = {
  readonly done: readonly string[];
  readonly refused: readonly { readonly reference: string; readonly problem: Problem }[];
};

export async function runEach<Item extends Row>(
  items: readonly Item[],
  act: (item: Item) => Promise<ActionResult<unknown>>,
): Promise<ActionResult<Outcome>> {
  const done: string[] = [];
  const refused: { reference: string; problem: Problem }[] = [];
  for (const item of items) {
    const result = await act(item);
    if (result.ok) done.push(item.reference);
    else {
      // What is wrong with a field is wrong for all of them.
      if (result.problem.errors.length > 0 && done.length === 0) return { ok: false, problem: result.problem };
      refused.push({ reference: item.reference, problem: result.problem });
    }
  }
  const [first] = refused;
  if (done.length === 0 && first !== undefined) return { ok: false, problem: first.problem };
  return { ok: true, value: { done, refused } };
}

/** "ESC-1 acknowledged", "3 acknowledged" */
export function sayDone({ done, refused }: Outcome, what: string): { title: string; detail?: string } {
  const title = done.length === 1 ? `${done[0]} ${what}` : `${done.length} ${what}`;
  if (refused.length === 0) return { title };
  const named = refused.map(({ reference, problem }) => `${reference}: ${problem.title.toLowerCase()}`);
  return { title: `${title}, ${refused.length} not`, detail: named.slice(0, 5).join("; ") };
}
