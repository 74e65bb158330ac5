// Runs stages one after the other (ESC-3): what one holds leaves the line there, with its mark, and is not lost.
import type { Ground } from "./ground.ts";
import type { Item, Sorted, StageName } from "./item.ts";
import { PIPELINE } from "./pipeline.ts";

/** From one stage to another, both included. */
export function runStages(items: readonly Item[], ground: Ground, span: { from: StageName; to?: StageName }): Sorted {
  const names = PIPELINE.map(({ name }) => name);
  const last = span.to === undefined ? names.length : names.indexOf(span.to) + 1;
  let line = items;
  const held: Item[] = [];
  for (const { run } of PIPELINE.slice(names.indexOf(span.from), last)) {
    const sorted = run(line, ground);
    held.push(...sorted.held);
    line = sorted.kept;
  }
  return { kept: line, held };
}
