// Answers "was this raised already?" (ESC-4): what has the same fingerprint is one item. Raises of one act are folded first;
// then the database says which items are new. A merged raise costs no budget; one that makes the item more severe goes on.
import { createHash } from "node:crypto";
import type { Claim, Item, Mark, Said, Sorted } from "./item.ts";
import { withMark } from "./item.ts";
import { rankOf } from "./severity-scale.ts";

type Identity = {
  readonly venture: { readonly reference: string } | null;
  readonly model: { readonly reference: string } | null;
  readonly category: string | null;
  readonly titleKey: string;
};

/** Within an organisation: venture, model, category and the title by its normal form. */
export function toFingerprint({ venture, model, category, titleKey }: Identity): string {
  const text = JSON.stringify([venture?.reference ?? "", model?.reference ?? "", category ?? "", titleKey]);
  return createHash("sha256").update(text).digest("hex");
}

export function dedupe(
  items: readonly Item[],
  { claims }: { readonly claims: ReadonlyMap<string, Claim> | null },
): Sorted {
  const folded = foldEqual(items);
  if (claims === null) return { kept: folded, held: [] };
  const sorted = folded.map((item) => applyClaim(item, claims.get(item.fingerprint)));
  return {
    kept: sorted.filter(({ place }) => place !== "merged"),
    held: sorted.filter(({ place }) => place === "merged"),
  };
}

/** One item per fingerprint, in the order of the first; the same whatever the order of the raises. */
function foldEqual(items: readonly Item[]): Item[] {
  const marked = items.map((item) => (item.fingerprint === "" ? { ...item, fingerprint: toFingerprint(item) } : item));
  return [...Map.groupBy(marked, ({ fingerprint }) => fingerprint).values()].map(foldGroup);
}

function foldGroup([first, ...others]: readonly Item[]): Item {
  if (first === undefined) throw new RangeError("A group of raises is not empty");
  return others.reduce(mergeTwo, first);
}

/** The more severe one decides, at equal severity the higher score; where both are equal the facts do, never the order. */
function isGraver(a: Item, b: Item): boolean {
  const difference = rankOf(a.severity) - rankOf(b.severity) || a.score - b.score;
  return difference === 0 ? tellFacts(a) > tellFacts(b) : difference > 0;
}

function tellFacts({ impactCents, deadlineMinutes, stage, trigger, raise }: Item): string {
  return JSON.stringify([impactCents, deadlineMinutes, stage, trigger, raise.severity, raise.source]);
}

/** All that the severity rests on, and the source that silences look at, are of the one that decides; its words are its own. */
function mergeTwo(first: Item, other: Item): Item {
  const graver = isGraver(other, first) ? other : first;
  const { severity, score, parts, wanted, channel, respondBy, trigger, stage, impactCents, deadlineMinutes } = graver;
  return {
    ...first,
    ...{ severity, score, parts, wanted, channel, respondBy, trigger, stage, impactCents, deadlineMinutes },
    raise: graver.raise,
    indexes: [...first.indexes, ...other.indexes],
    occurrences: first.occurrences + other.occurrences,
    said: [...first.said, ...other.said.filter((words) => !hasSaid(first.said, words))],
    marks: graver.marks,
  };
}

function hasSaid(said: readonly Said[], { title, description }: Said): boolean {
  return said.some((words) => words.title === title && words.description === description);
}

function applyClaim(item: Item, claim: Claim | undefined): Item {
  if (claim === undefined) throw new Error(`The database gave no answer for ${item.reference}`);
  const { reference, occurrences, before, isNew, episode } = claim;
  if (isNew || before === null) {
    const mark: Mark = {
      stage: "dedupe",
      outcome: "kept",
      code: "escalations.first_of_its_kind",
      facts: { episode },
      until: null,
    };
    return withMark({ ...item, claim }, mark);
  }
  const { severity } = before;
  if (rankOf(item.severity) > rankOf(severity)) {
    const facts = { reference, occurrences, from: severity, to: item.severity };
    const mark: Mark = { stage: "dedupe", outcome: "kept", code: "escalations.severity_rose", facts, until: null };
    // A rise never gives more time than there was.
    const respondBy = before.respondBy < item.respondBy ? before.respondBy : item.respondBy;
    return withMark({ ...item, claim, reference, respondBy }, mark);
  }
  const facts = { reference, occurrences };
  const mark: Mark = { stage: "dedupe", outcome: "merged", code: "escalations.merged", facts, until: null };
  return withMark(
    { ...item, claim, reference, place: "merged", channel: before.channel, respondBy: before.respondBy },
    mark,
  );
}
