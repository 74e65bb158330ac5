// Answers "what else is like this one?": the same source and the same category. Whoever answers one often answers them all.
import type { QueueItem } from "@/lib/governance/escalations/view";

type Item = Pick<QueueItem, "reference" | "source" | "category">;

export function findLike(rows: readonly Item[], { source, category }: Item): string[] {
  return rows.filter((row) => row.source === source && row.category === category).map(({ reference }) => reference);
}
