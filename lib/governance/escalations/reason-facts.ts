// Facts of a reason as the doors carry them: lists of their own, nothing else changed.
import type { Reason } from "../kernel/verdict.ts";

type Fact = string | number | boolean | null | string[];

export function toReasonView({ code, facts }: { code: string; facts: Reason["facts"] }): {
  code: string;
  facts: Record<string, Fact>;
} {
  const copied = Object.entries(facts).map(([name, value]): [string, Fact] => [name, copyFact(value)]);
  return { code, facts: Object.fromEntries(copied) };
}

function copyFact(value: Reason["facts"][string]): Fact {
  return typeof value === "object" && value !== null ? [...value] : value;
}
