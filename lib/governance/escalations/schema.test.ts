import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { readBatch } from "./batch-input.ts";
import { SetBudgetInput } from "./budget-view.ts";
import { RulesInput } from "./rules.ts";
import { AcknowledgeManyInput, QueueInput, RaiseInput, RecordReviewInput, ResolveInput } from "./schema.ts";

/** Fields that are refused, each with what is said of it. */
function refusals(schema: z.ZodType, input: unknown): string[] {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("a raise is refused, with the field named, for", () => {
  test.each<[string, object, RegExp]>([
    ["an unknown severity", { severity: "urgent" }, /^severity: A severity is low, medium, high or critical/u],
    ["a severity in another case", { severity: "High" }, /^severity/u],
    ["an unknown category", { category: "gossip" }, /^category: Choose one of the known categories/u],
    ["an unknown trigger", { trigger: "full_moon" }, /^trigger/u],
    ["a channel, which nobody chooses", { channel: "immediate" }, /^: Unrecognized key/u],
    ["a venture that is no text", { ventureRef: 7 }, /^ventureRef/u],
    ["stage 0", { stage: 0 }, /^stage: A stage is from 1 to 25/u],
    ["stage 26", { stage: 26 }, /^stage: A stage is from 1 to 25/u],
    ["half a stage", { stage: 3.5 }, /^stage: A stage is a whole number/u],
    ["negative money", { financialImpactUsd: -0.01 }, /^financialImpactUsd: The money at stake is not negative/u],
    ["infinite money", { financialImpactUsd: Number.POSITIVE_INFINITY }, /^financialImpactUsd/u],
    ["money that is no number", { financialImpactUsd: Number.NaN }, /^financialImpactUsd/u],
    ["money as text", { financialImpactUsd: "100" }, /^financialImpactUsd/u],
    ["a fraction of a cent", { financialImpactUsd: 0.001 }, /^financialImpactUsd.* two decimals/u],
    ["more money than there is", { financialImpactUsd: 1e300 }, /^financialImpactUsd.* at most/u],
    ["a deadline in the past", { deadlineHours: -1 }, /^deadlineHours: The deadline has passed already/u],
    ["a deadline that is now", { deadlineHours: 0 }, /^deadlineHours: The deadline has passed already/u],
    ["a deadline in more than a year", { deadlineHours: 8_785 }, /^deadlineHours.* at most a year/u],
    ["a deadline that never comes", { deadlineHours: Number.POSITIVE_INFINITY }, /^deadlineHours/u],
    ["no title", { title: undefined }, /^title/u],
    ["a title of spaces", { title: " \t\n " }, /^title: The title is missing/u],
    ["a title of 201 characters", { title: "x".repeat(201) }, /^title: .* at most 200/u],
    ["a title with NUL", { title: "a\u0000b" }, /^title: .* cannot be stored/u],
    ["a title with half a character", { title: "a\ud800" }, /^title: .* cannot be stored/u],
    ["details of 1 MB", { description: "x".repeat(1_000_000) }, /^description: .* at most 10,000/u],
    ["a field that there is not", { priority: 1 }, /^: Unrecognized key/u],
  ])("[ESC-118] %s", (_name, change, says) => {
    const said = refusals(RaiseInput, { title: "Latency above target", ...change });
    expect(said[0]).toMatch(says);
  });

  test("[ESC-118] nothing of this: the largest of everything is taken", () => {
    const most = { title: "𝄞".repeat(200), description: "x".repeat(10_000), stage: 25, deadlineHours: 8_784 };
    expect(refusals(RaiseInput, { ...most, financialImpactUsd: 1e13, severity: "critical" })).toEqual([]);
  });
});

test.each<[string, unknown, string[]]>([
  ["null", null, [""]],
  ["a list", [], [""]],
  ["a number", 7, [""]],
  ["a title hidden in its prototype", JSON.parse('{"__proto__":{"title":"x"}}'), ["title", ""]],
  ["nested text that cannot be stored", { title: "x", description: { deep: "\u0000" } }, ["description.deep"]],
])("[ESC-118] in a batch: %s, named by its index", (_name, item, paths) => {
  const { raises, refused } = readBatch([{ title: "Good" }, item, { title: "Good too" }]);
  expect(raises.map(({ index }) => index)).toEqual([0, 2]);
  expect(refused.map(({ index }) => index)).toEqual([1]);
  expect(paths).toEqual(expect.arrayContaining(refused.flatMap(({ errors }) => errors.map(({ path }) => path))));
});

const reference = "ESC-7K3M9Q2A";
const review = {
  ...{ reference, rootCause: "A certificate had expired", impact: "Claims waited", lessons: "Watch certificates" },
  ...{ timeline: [{ at: "2026-11-20T08:40:00Z", what: "First alert" }], actions: [], policyUpdates: "None" },
};
const limits = { scope: "venture", immediatePerDay: 2, nextBriefingPerDay: 5, weeklyPerWeek: 20, reason: "Quiet" };

test.each<[string, string, z.ZodType, object, RegExp]>([
  ["ESC-8", "resolved without text", ResolveInput, { reference }, /^resolution/u],
  ["ESC-8", "resolved with spaces", ResolveInput, { reference, resolution: " \n" }, /^resolution: .* missing/u],
  ["ESC-8", "resolved with a book", ResolveInput, { reference, resolution: "x".repeat(5_001) }, /^resolution/u],
  ["ESC-117", "none acknowledged", AcknowledgeManyInput, { references: [] }, /^references: Name at least one/u],
  [
    ...(["ESC-117", "501 acknowledged", AcknowledgeManyInput] as const),
    ...([{ references: Array.from({ length: 501 }, () => reference) }, /^references: At most 500/u] as const),
  ],
  ["ESC-122", "an unknown channel", QueueInput, { channel: ["pigeon"] }, /^channel\.0/u],
  ["ESC-122", "an unknown severity", QueueInput, { severity: ["urgent"] }, /^severity\.0/u],
  ["ESC-122", "an unknown order", QueueInput, { sort: "loudest" }, /^sort/u],
  ["ESC-122", "a page of 201", QueueInput, { limit: 201 }, /^limit: .* at most 200/u],
  ["ESC-122", "an assignee who is nobody", QueueInput, { assignee: "you" }, /^assignee/u],
  ["ESC-115", "a review without a cause", RecordReviewInput, { ...review, rootCause: "?" }, /^rootCause/u],
  ["ESC-115", "a review without a timeline", RecordReviewInput, { ...review, timeline: [] }, /^timeline/u],
  [
    ...(["ESC-115", "an action due yesterday", RecordReviewInput] as const),
    ...([{ ...review, actions: [{ text: "Look", dueInDays: -1 }] }, /^actions\.0\.dueInDays/u] as const),
  ],
  ["ESC-123", "a budget below nothing", SetBudgetInput, { ...limits, immediatePerDay: -1 }, /^immediatePerDay/u],
  ["ESC-123", "a budget without end", SetBudgetInput, { ...limits, weeklyPerWeek: 1e300 }, /^weeklyPerWeek/u],
  ["ESC-123", "a budget without a reason", SetBudgetInput, { ...limits, reason: " " }, /^reason: .* missing/u],
  ["ESC-124", "an hour that there is not", RulesInput, { briefingHour: 24 }, /^briefingHour/u],
  ["ESC-124", "half an hour", RulesInput, { summaryHour: 8.5 }, /^summaryHour/u],
  ["ESC-124", "an eighth day", RulesInput, { weeklyDay: 8 }, /^weeklyDay/u],
])("[%s] %s is refused, with the field named", (_id, _name, schema, input, says) => {
  const said = refusals(schema, input);
  expect(said[0]).toMatch(says);
});
