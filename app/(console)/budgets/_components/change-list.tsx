import type { z } from "zod";
import { Instant } from "@/components/ui/instant";
import type { BudgetsView } from "@/lib/governance/escalations/budget-view";
import { changeWords } from "./limit-words";
import { keyOf, LEVEL_LABELS } from "./scope-filter";

type Budgets = z.infer<typeof BudgetsView>;

function nameOf(scope: string, scopes: Budgets["scopes"]): string {
  const level = Object.entries(LEVEL_LABELS).find(([key]) => key === scope)?.[1];
  return level ?? scopes.find((one) => keyOf(one) === scope)?.name ?? scope;
}

/** How the limits became what they are, newest first; nothing here is ever rewritten (ESC-123). */
export function ChangeList({ history, scopes }: Pick<Budgets, "history" | "scopes">) {
  if (history.length === 0) {
    return <p className="text-sm text-ink-muted">Nobody has changed a limit yet: the standard ones hold.</p>;
  }
  return (
    <ol className="border-t border-line">
      {history.map(({ scope, before, after, reason, at, by }) => (
        <li key={`${scope} ${at}`} className="grid gap-x-4 border-b border-line py-2.5 md:grid-cols-[10rem_1fr]">
          <p className="text-xs text-ink-muted md:pt-0.5">
            <Instant at={at} as="dayTime" />
            <span className="md:block"> {by ?? "by the product"}</span>
          </p>
          <div className="min-w-0">
            <p className="text-sm">
              <span className="font-medium">{nameOf(scope, scopes)}</span>: {changeWords(before, after)}
            </p>
            <p className="mt-0.5 max-w-read text-sm whitespace-pre-wrap break-words text-ink-muted">“{reason}”</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
