import { expect, test } from "vitest";
import { RaiseInput } from "@/lib/governance/escalations/schema";
import { NOTHING, toRaise } from "./raise-values";

test("what is empty is left out", () => {
  expect(toRaise({ ...NOTHING, title: "Drift" })).toEqual({ title: "Drift", description: "" });
});

test.each([
  ["money as people write it", { money: "$1,200.50" }, { financialImpactUsd: 1200.5 }],
  ["a half hour", { deadline: "0.5" }, { deadlineHours: 0.5 }],
])("%s", (_name, typed, expected) => {
  expect(RaiseInput.parse(toRaise({ ...NOTHING, title: "Drift", ...typed }))).toMatchObject(expected);
});

test.each([
  ["money that is no number", { money: "much" }, "financialImpactUsd"],
  ["money below nothing", { money: "-5" }, "financialImpactUsd"],
  ["money without end", { money: "Infinity" }, "financialImpactUsd"],
  ["a deadline in the past", { deadline: "-3" }, "deadlineHours"],
  ["no title", { title: " " }, "title"],
])("%s is refused at its field", (_name, typed, path) => {
  const result = RaiseInput.safeParse(toRaise({ ...NOTHING, title: "Drift", ...typed }));
  expect(result.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});
