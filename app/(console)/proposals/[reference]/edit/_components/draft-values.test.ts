import { describe, expect, test } from "vitest";
import type { FormField } from "@/lib/governance/voting/kinds/form-field";
import type { DraftView } from "@/lib/governance/voting/view";
import { toEdit, toOwnWords, toValues } from "./draft-values";

const FIELDS: readonly FormField[] = [
  { type: "model", name: "model", label: "Model" },
  { type: "long_text", name: "reason", label: "Reason", most: 2_000 },
  { type: "lines", name: "limits", label: "Limits", most: 20, isOptional: true },
  { type: "whole_number", name: "days", label: "Days", least: 1, most: 90, unit: "days" },
];
const DRAFT: DraftView = {
  reference: "PRP-7K3M9Q2A",
  kind: "exception_grant",
  title: "Retire it",
  description: "Replaced.",
  payload: { model: "MDL-7K3M9Q2A", reason: "Replaced.", limits: ["Nights", "Weekends"], days: 30 },
  votingHours: 72,
  conditions: [],
};
const typed = { title: "Retire", description: "", hours: "24" };

test("[VOT-190] the form begins with what the draft says", () => {
  expect(toValues(DRAFT)).toEqual({
    model: "MDL-7K3M9Q2A",
    reason: "Replaced.",
    limits: "Nights\nWeekends",
    days: "30",
  });
});

describe("own words beside the reason", () => {
  test.each([
    ["a reason that the description repeats", FIELDS, {}, ""],
    ["more than the reason", FIELDS, { description: "More." }, "More."],
    ["a kind without a reason", [], {}, "Replaced."],
  ])("%s", (_, fields, change, words) => {
    expect(toOwnWords({ ...DRAFT, ...change }, fields)).toBe(words);
  });
});

test("[VOT-190] what it is about stays, what was emptied goes, and one text answers for reason and description", () => {
  const values = { ...toValues(DRAFT), model: "MDL-00000000", reason: "Gone.", limits: " \n" };
  expect(toEdit(DRAFT, FIELDS, { ...typed, values })).toEqual({
    reference: "PRP-7K3M9Q2A",
    title: "Retire",
    description: "Gone.",
    votingHours: 24,
    payload: { model: "MDL-7K3M9Q2A", reason: "Gone.", days: 30 },
  });
});

test("[VOT-190] a kind without typed fields sends no payload, and hours left empty are no number", () => {
  const sent = toEdit(DRAFT, FIELDS.slice(0, 1), { ...typed, description: "D", hours: " ", values: {} });
  expect(sent).toEqual({ reference: "PRP-7K3M9Q2A", title: "Retire", description: "D", votingHours: Number.NaN });
});
