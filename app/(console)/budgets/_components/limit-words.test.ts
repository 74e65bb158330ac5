import { expect, test } from "vitest";
import { changeWords, type Limits } from "./limit-words";

const limits = (immediatePerDay: number, nextBriefingPerDay: number, weeklyPerWeek: number): Limits => ({
  ...{ immediatePerDay, nextBriefingPerDay, weeklyPerWeek },
});

test.each([
  ["one limit", limits(2, 5, 20), limits(4, 5, 20), "2 to 4 immediate a day"],
  [
    "all of them",
    limits(2, 5, 20),
    limits(1, 3, 2_000),
    "2 to 1 immediate a day, 5 to 3 decision cards a day, 20 to 2,000 in the digest a week",
  ],
  [
    "none: what held for all is now its own",
    limits(2, 5, 20),
    limits(2, 5, 20),
    "The same limits, as its own from now on",
  ],
])("[ESC-123] %s", (_name, before, after, words) => {
  expect(changeWords(before, after)).toBe(words);
});
