import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ESCALATION_SENTENCES } from "./escalation-sentences";

const room = new URL("../../lib/governance/escalations/", import.meta.url).pathname;
const STAGE_FILES = ["intake", "severity", "dedupe", "hold", "budget", "route", "batch", "deliver", "release-store"];

test("every code that a stage gives has a sentence, and no sentence is of nobody", () => {
  expect(readdirSync(room)).toEqual(expect.arrayContaining(STAGE_FILES.map((name) => `${name}.ts`)));
  const texts = STAGE_FILES.map((name) => readFileSync(`${room}${name}.ts`, "utf8")).join("\n");
  const given = new Set([...texts.matchAll(/"(escalations\.[a-z_]+)"/gu)].map(([, code]) => code));
  expect([...given].toSorted()).toEqual(Object.keys(ESCALATION_SENTENCES).toSorted());
});

test.each([
  [
    "escalations.money_at_stake",
    { points: 3, cents: 100_001, above: 100_000 },
    "3 points: $1,000.01 at stake, more than $1,000.00",
  ],
  ["escalations.deadline_near", { points: 1, minutes: 4_000, below: 4_320 }, "1 point: due in less than 72 hours"],
  [
    "escalations.downgraded",
    { level: "venture", limit: 2, from: "immediate", to: "next_briefing" },
    "The venture had used its 2 of immediate: moved to next briefing",
  ],
  [
    "escalations.severity_assessed",
    { severity: "critical", computed: "low", score: 2 },
    "critical; the score of 2 alone would be low",
  ],
])("%s", (code, facts, sentence) => {
  expect(ESCALATION_SENTENCES[code]?.(facts)).toBe(sentence);
});
