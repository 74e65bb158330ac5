import { expect, test } from "vitest";
import { type Difference, summarizeDifference } from "./difference-words";

type Criterion = Difference["criteria"][number];

const NONE: Difference = {
  isSame: true,
  overallBeforeRatio: 0.8,
  overallAfterRatio: 0.8,
  criteria: [],
  conditionsAdded: [],
  conditionsRemoved: [],
  evidenceAdded: 0,
  evidenceRemoved: 0,
  factsChanged: [],
};
const criterion = (direction: Criterion["direction"], isJustificationChanged = false): Criterion => ({
  criterion: "ethics_review",
  beforeRatio: 0.7,
  afterRatio: 0.8,
  direction,
  isJustificationChanged,
  evidenceAdded: 0,
  evidenceRemoved: 0,
});
const fact = { field: "affectsRights", before: false, after: true } as Difference["factsChanged"][number];

test.each<[string, Partial<Difference>, string]>([
  ["nothing", {}, ""],
  ["one up", { criteria: [criterion("up")] }, "1 criterion up"],
  ["two down", { criteria: [criterion("down"), criterion("down")] }, "2 criteria down"],
  ["only the words of one", { criteria: [criterion("same", true)] }, "1 justification rewritten"],
  ["up, with new words: said once", { criteria: [criterion("up", true)] }, "1 criterion up"],
  ["neither score nor words", { criteria: [criterion("same")] }, ""],
  ["evidence both ways", { evidenceAdded: 3, evidenceRemoved: 1 }, "evidence +3, evidence −1"],
  [
    "conditions both ways",
    { conditionsAdded: ["a", "b"], conditionsRemoved: ["c"] },
    "2 conditions added, 1 condition gone",
  ],
  ["a fact", { factsChanged: [fact] }, "1 fact changed"],
  [
    "all at once, the scores first",
    {
      criteria: [criterion("down"), criterion("up"), criterion("same", true)],
      conditionsAdded: ["a"],
      evidenceAdded: 1,
      factsChanged: [fact, fact],
    },
    "1 criterion up, 1 criterion down, 1 justification rewritten, 1 condition added, evidence +1, 2 facts changed",
  ],
])("what changed: %s", (_, change, words) => {
  expect(summarizeDifference({ ...NONE, ...change })).toBe(words);
});
