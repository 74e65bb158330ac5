import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { headlineWords } from "./headline-words";

const clock = { now: new Date("2026-11-20T09:00:00.000Z"), zone: "Europe/Berlin" };
const words = (code: string, facts: Record<string, string | number> = {}) =>
  headlineWords({ code: `dashboard.${code}`, facts }, clock);

test.each([
  ["votes_need_you", { total: 1 }, "1 vote needs you"],
  [
    "votes_need_you",
    { total: 1, nextDeadlineAt: "2026-11-20T16:00:00.000Z" },
    "1 vote needs you, it closes today 17:00",
  ],
  [
    "votes_need_you",
    { total: 3, nextDeadlineAt: "2026-11-21T08:30:00.000Z" },
    "3 votes need you, the next closes tomorrow 09:30",
  ],
  ["chair_must_act", { total: 1 }, "1 matter waits for you as chair"],
  ["chair_must_act", { total: 2 }, "2 matters wait for you as chair"],
  ["rulings_need_you", { total: 1 }, "1 alleged conflict of interest waits for your ruling"],
  ["rulings_need_you", { total: 2 }, "2 alleged conflicts of interest wait for your ruling"],
  ["models_ask_you", { total: 1 }, "1 of your models needs something from you"],
  ["models_ask_you", { total: 2130 }, "2,130 of your models need something from you"],
  ["follow_ups_overdue", { total: 1 }, "1 follow-up of yours is overdue"],
  ["follow_ups_overdue", { total: 2 }, "2 follow-ups of yours are overdue"],
  ["set_up_missing", { total: 1 }, "1 thing is left to set up"],
  ["set_up_missing", { total: 4 }, "4 things are left to set up"],
  ["no_models", {}, "No model is registered yet"],
  ["record_stands", { total: 1 }, "The record holds 1 entry"],
  ["record_stands", { total: 12 }, "The record holds 12 entries"],
  ["votes_run_without_you", { total: 1 }, "Nothing needs you; 1 vote is running"],
  ["votes_run_without_you", { total: 2 }, "Nothing needs you; 2 votes are running"],
  ["all_quiet", {}, "Nothing needs you today"],
])("%s %o", (code, facts, sentence) => {
  expect(words(code, facts)).toBe(sentence);
});

test("every reason but silence has words of its own", () => {
  const rules = readFileSync(new URL("../../../../lib/governance/dashboard/headline.ts", import.meta.url), "utf8");
  const codes = [...new Set([...rules.matchAll(/"dashboard\.(\w+)"/gu)].map((match) => match[1] ?? ""))];
  expect(codes).toContain("all_quiet");
  expect(codes.filter((code) => words(code) === words("all_quiet"))).toEqual(["all_quiet"]);
});
