import { expect, test } from "vitest";
import { briefingWords } from "./briefing-state";

type Given = Parameters<typeof briefingWords>[0];
const facts = (immediate: number, cards: number, overdue: number, waiting: number) =>
  ({
    immediate: Array.from({ length: immediate }),
    cards: Array.from({ length: cards }),
    summary: { overdue },
    today: { content: { items: waiting } },
  }) as unknown as Given;

test.each([
  ["a quiet morning", facts(0, 0, 0, 0), "Nothing needs you now."],
  ["only what waits", facts(0, 0, 0, 1), "Nothing needs you now; 1 waits for today’s summary."],
  ["all of it", facts(2, 1, 4, 25), "2 immediate, 1 decision card and 4 overdue; 25 wait for today’s summary."],
  [
    "more than a page shows",
    facts(50, 50, 1_200, 0),
    "50 or more immediate, 50 or more decision cards and 1,200 overdue.",
  ],
  ["one card", facts(0, 1, 0, 0), "1 decision card."],
])("[ESC-11] %s", (_name, given, words) => {
  expect(briefingWords(given)).toBe(words);
});
