// Answers "what does this coded cell say?" (REG-9, REG-10): its mapped reading, joined with what other columns said.
import type { FactName, Stage, Tier } from "../schema.ts";
import { type CodedColumn, toValueKey } from "./mapping.ts";
import type { FactReading, ImpactReading } from "./schema.ts";

/** Any column that says yes makes a fact true; it is false only when every column says no. */
function either(a: boolean | null | undefined, b: boolean | null): boolean | null {
  if (a === undefined) return b;
  if (a === true || b === true) return true;
  return a === false && b === false ? false : null;
}

const FACT_VALUES: Readonly<Record<FactReading, boolean | null>> = {
  yes: true,
  no: false,
  unknown: null,
  unread: null,
};
const IMPACT_VALUES: Readonly<Record<ImpactReading, readonly [rights: boolean | null, safety: boolean | null]>> = {
  rights: [true, false],
  safety: [false, true],
  both: [true, true],
  neither: [false, false],
  unknown: [null, null],
  unread: [null, null],
};

/** What the coded columns of one row say so far. */
export type Coding = { facts: Partial<Record<FactName, boolean | null>>; stage: Stage | null; statedTier: Tier | null };

function readingOf<Reading>(
  column: { readonly readings: ReadonlyMap<string, Reading> },
  key: string,
): Reading | "unknown" | "unread" {
  return key === "" ? "unknown" : (column.readings.get(key) ?? "unread");
}

/** Takes one coded cell into `coding`; answers whether it was understood. */
export function applyCoded(coding: Coding, column: CodedColumn, cell: string): boolean {
  const key = toValueKey(cell);
  switch (column.field) {
    case "impact": {
      const reading = readingOf(column, key);
      const [rights, safety] = IMPACT_VALUES[reading];
      coding.facts.affectsRights = either(coding.facts.affectsRights, rights);
      coding.facts.affectsSafety = either(coding.facts.affectsSafety, safety);
      return reading !== "unread";
    }
    case "stage": {
      const reading = readingOf(column, key);
      coding.stage = reading === "unknown" || reading === "unread" ? null : reading;
      return reading !== "unread";
    }
    case "tier": {
      const reading = readingOf(column, key);
      coding.statedTier = reading === "unknown" || reading === "unread" ? null : reading;
      return reading !== "unread";
    }
    default: {
      const reading = readingOf(column, key);
      coding.facts[column.field] = either(coding.facts[column.field], FACT_VALUES[reading]);
      return reading !== "unread";
    }
  }
}
