// What the address of the budgets says, and which scopes agree with it. The list is whole in one answer and is cut here; what
// follows is named by the scope it begins after.
import type { z } from "zod";
import type { Filter } from "@/components/ui/filter-bar";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { joinList } from "@/lib/format/words";
import type { ScopeLevel } from "@/lib/governance/escalations/budget";
import type { BudgetsView } from "@/lib/governance/escalations/budget-view";

export type Scope = z.infer<typeof BudgetsView>["scopes"][number];

export const LEVEL_LABELS: Readonly<Record<ScopeLevel, string>> = {
  ecosystem: "Ecosystem",
  portfolio: "Portfolio",
  venture: "Venture",
};

const LEVELS = Object.keys(LEVEL_LABELS) as ScopeLevel[];

const USES = { up: "Used up", used: "Something used", own: "Limits of its own" } as const;
type UseFilter = keyof typeof USES;

export type ScopeFilter = {
  readonly q?: string;
  readonly level?: ScopeLevel;
  readonly use?: UseFilter;
  readonly after?: string;
};

export function readScopeFilter(given: SearchParams): ScopeFilter {
  return {
    q: readText(given, "q", 120),
    level: LEVELS.find((level) => level === given.level),
    use: given.use === "up" || given.use === "used" || given.use === "own" ? given.use : undefined,
    after: readText(given, "after", 40),
  };
}

const budgetsOf = ({ immediate, nextBriefing, weekly }: Pick<Scope, "immediate" | "nextBriefing" | "weekly">) => [
  immediate,
  nextBriefing,
  weekly,
];

function isUsedUp(scope: Pick<Scope, "immediate" | "nextBriefing" | "weekly">): boolean {
  return budgetsOf(scope).some(({ used, limit }) => used >= limit);
}

const MOST_NAMED = 3;

/** "Service assistant has used up a budget." */
export function usedUpWords(scopes: readonly Scope[]): string {
  const names = scopes.filter(isUsedUp).map(({ name }) => name);
  if (names.length === 0) return "No budget is used up.";
  return `${joinList(names, MOST_NAMED)} ${names.length === 1 ? "has" : "have"} used up a budget.`;
}

const AGREES: Readonly<Record<UseFilter, (scope: Scope) => boolean>> = {
  up: isUsedUp,
  used: (scope) => budgetsOf(scope).some(({ used }) => used > 0),
  own: ({ isOwn }) => isOwn,
};

/** What identifies a scope in the address. */
export const keyOf = ({ reference, level }: Pick<Scope, "reference" | "level">) => reference ?? level;

export function pageOfScopes(scopes: readonly Scope[], { q, level, use, after }: ScopeFilter, most: number) {
  const words = q?.toLowerCase();
  const fitting = scopes.filter(
    (scope) =>
      (level === undefined || scope.level === level) &&
      (use === undefined || AGREES[use](scope)) &&
      (words === undefined || [scope.name, scope.reference ?? ""].some((text) => text.toLowerCase().includes(words))),
  );
  const from = after === undefined ? 0 : fitting.findIndex((scope) => keyOf(scope) === after) + 1;
  const shown = fitting.slice(from, from + most);
  const last = shown.at(-1);
  const next = last !== undefined && fitting.length > from + most ? keyOf(last) : null;
  return { shown, next };
}

export function toScopeFilters({ level, use }: ScopeFilter): Filter[] {
  return [
    {
      ...{ name: "level", label: "Level", value: level ?? "", any: "Any level" },
      options: LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] })),
    },
    {
      ...{ name: "use", label: "Use", value: use ?? "", any: "Any use" },
      options: Object.entries(USES).map(([value, label]) => ({ value, label })),
    },
  ];
}
