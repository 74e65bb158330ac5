// Answers "who is told at once?" (ESC-3, the last stage): what goes out immediately, to the first step of its path; everything
// else is told with its digest. Only plans: telling is done in the transaction that took the item in.
import { type Item, kept, type Sorted, withMark } from "./item.ts";

export function deliver(items: readonly Item[]): Sorted {
  return { kept: items.map(deliverOne), held: [] };
}

function deliverOne(item: Item): Item {
  if (item.place !== "delivered") {
    const until = item.deliverAt?.toISOString() ?? null;
    const facts = { channel: item.channel };
    return withMark(item, { stage: "deliver", outcome: "held", code: "escalations.waits_for_digest", facts, until });
  }
  const urgency = item.severity === "critical" ? "critical" : "normal";
  const { audiences } = item;
  return withMark(
    { ...item, notice: { audiences, urgency } },
    kept("deliver", "escalations.told_at_once", { audiences }),
  );
}
