// How a model of the demo is written down: facts as letters, the tier follows from them as everywhere.
import type { TierFacts } from "../../lib/governance/registry/schema.ts";

export type DemoModel = {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly unit: string;
  readonly owner: string;
  readonly description: string;
  readonly facts: TierFacts;
  readonly tags: readonly string[];
};

const LETTERS = {
  r: "affectsRights",
  s: "affectsSafety",
  a: "decidesAutonomously",
  p: "usesPersonalData",
  u: "isPublicFacing",
} as const;

/** "rp" = affects rights and uses personal data, everything else known to be no. */
function facts(letters: string, stage: TierFacts["stage"]): TierFacts {
  const all = Object.fromEntries(Object.entries(LETTERS).map(([letter, fact]) => [fact, letters.includes(letter)]));
  return { ...(all as Omit<TierFacts, "stage">), stage };
}

export type Row = readonly [
  key: string,
  name: string,
  version: string,
  letters: string,
  stage: TierFacts["stage"],
  tags: string,
  description: string,
];

export function unit(name: string, owner: string, rows: readonly Row[]): DemoModel[] {
  return rows.map(([key, model, version, letters, stage, tags, description]) => ({
    key,
    name: model,
    version,
    unit: name,
    owner,
    description,
    facts: facts(letters, stage),
    tags: tags.split(" "),
  }));
}
