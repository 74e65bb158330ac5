// What the address of the list says, and what can be chosen there.
import type { SearchParams } from "@/lib/client/search-params";
import { sentenceCase } from "@/lib/format/words";
import { AuditListInput, AuditOutcome, type LogOverview } from "@/lib/governance/audit/schema";

export type LogFilter = Omit<AuditListInput, "limit">;

const NAMES = ["action", "actor", "subject", "outcome", "from", "to", "cursor"] as const;

/** The filter that makes sense, and the names of those parts that do not. */
export function readFilter(search: SearchParams): { filter: LogFilter; leftOut: readonly string[] } {
  const given: Record<string, string> = {};
  for (const name of NAMES) {
    const value = search[name];
    const text = Array.isArray(value) ? value[0] : value;
    if (text !== undefined && text.trim() !== "") given[name] = text;
  }
  const leftOut: string[] = [];
  for (;;) {
    const parsed = AuditListInput.safeParse(given);
    if (parsed.success) {
      const { limit: _limit, ...filter } = parsed.data;
      return { filter, leftOut };
    }
    const bad = parsed.error.issues.map((issue) => String(issue.path[0] ?? "")).filter((name) => name in given);
    // Nothing that was given is at fault: then nothing of it can be trusted.
    const drop = bad.length > 0 ? bad : Object.keys(given);
    for (const name of drop) {
      if (!leftOut.includes(name)) leftOut.push(name);
      delete given[name];
    }
  }
}

type Option = { value: string; label: string };

/** Areas first, each followed by its acts. */
export function toActionOptions(actions: readonly string[]): Option[] {
  const areas = [...new Set(actions.map((action) => action.split(".")[0] ?? action))];
  return areas.flatMap((area) => [
    { value: area, label: `${sentenceCase(area)}: everything` },
    ...actions
      .filter((action) => action.startsWith(`${area}.`))
      .map((action) => ({ value: action, label: `\u2003${sentenceCase(action)}` })),
  ]);
}

export function toActorOptions(actors: LogOverview["actors"]): Option[] {
  return [
    { value: "system", label: "The system" },
    { value: "anonymous", label: "Not signed in" },
    ...actors.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

export const OUTCOME_OPTIONS: readonly Option[] = AuditOutcome.options.map((value) => ({
  value,
  label: sentenceCase(value),
}));
