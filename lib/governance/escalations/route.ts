// Answers "who answers for this?" (ESC-8): the first step of the charter's path of its severity is told first.
import type { EscalationPath } from "../board/charter.ts";
import { type Item, kept, type Sorted, withMark } from "./item.ts";
import { toSteps } from "./path.ts";
import type { Severity } from "./schema.ts";

export function route(
  items: readonly Item[],
  { paths }: { readonly paths: Readonly<Record<Severity, EscalationPath>> },
): Sorted {
  return { kept: items.map((item) => routeOne(item, paths[item.severity])), held: [] };
}

function routeOne(item: Item, path: EscalationPath): Item {
  const audiences = toSteps(path)[0] ?? [];
  const facts = {
    severity: item.severity,
    channel: item.channel,
    audiences,
    respondWithinHours: path.respondWithinHours,
  };
  return withMark({ ...item, audiences }, kept("route", "escalations.routed", facts));
}
