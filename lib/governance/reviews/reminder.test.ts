import { describe, expect, test } from "vitest";
import { planReviewReminder } from "./reminder.ts";

const models = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ reference: `MDL-${index}`, name: `Model ${index}`, version: "1" }));

describe("the review reminder", () => {
  test.each([
    ["[REV-101] one model", 1, "1 of your models is due for review", 1],
    ["[REV-101] ten models are all named", 10, "10 of your models are due for review", 10],
    ["[REV-101] the eleventh is counted", 11, "11 of your models are due for review", 11],
  ])("%s", (_name, count, title, lines) => {
    const reminder = planReviewReminder({ count, models: models(count) }, "2026-11-20");
    expect(reminder.title).toBe(title);
    expect(reminder.body.split("\n")).toHaveLength(lines);
    expect(reminder.body.includes("and 1 more")).toBe(count === 11);
  });

  test("[REV-101] the key is the day's, so that the same day reminds once", () => {
    expect(planReviewReminder({ count: 1, models: models(1) }, "2026-11-20").sourceKey).toBe("reviews.due:2026-11-20");
  });
});
