import { describe, expect, test } from "vitest";
import { PROPOSAL_KINDS } from "@/lib/governance/voting/decision-kind";
import type { FormField } from "@/lib/governance/voting/kinds/form-field";
import { KIND_SAMPLES } from "@/lib/governance/voting/kinds/kind-samples";
import { ProposalKind } from "@/lib/governance/voting/schema";
import type { DraftView } from "@/lib/governance/voting/view";
import type { FormOptions } from "../../../new/_components/form-values";
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
const NO_OPTIONS: FormOptions = {
  ...{ models: [], people: [], components: [], policies: [], settings: [] },
  hasMore: { models: false, people: false, components: false },
};
const typed = { title: "Retire", description: "", hours: "24" };

describe("a draft that is saved untouched says what it said", () => {
  const setting = {
    ...{ key: "voting.defaultHours", label: "Voting time", meaning: "Hours", unit: "hours" },
    ...{ value: 72, least: 1, most: 168 },
  } as const;
  const component = {
    ...{ reference: "CMP-7K3M9Q2A", revision: 1, name: "Claims router", version: "2.1" },
    ...{ capabilities: ["Reads claims", "Assigns a handler"], riskAssessment: "A wrong handler costs a day." },
  };
  const options: FormOptions = { ...NO_OPTIONS, settings: [setting] as never };
  const DRAFTS = ProposalKind.options.flatMap((kind) => {
    const { way } = PROPOSAL_KINDS[kind];
    return way.by !== "form"
      ? []
      : KIND_SAMPLES[kind].map(({ payload }, index) => [`${kind} ${index + 1}`, way.fields, payload] as const);
  });
  test.each(DRAFTS.filter(([, , payload]) => !("key" in payload) || payload.key === setting.key))(
    "[VOT-190] %s",
    (_, fields, sample) => {
      const draft = { ...DRAFT, payload: sample as DraftView["payload"] };
      const { revision } = { revision: 1, ...sample };
      const chosen = "component" in sample ? { componentFacts: { ...component, revision } } : {};
      const values = toValues(draft, fields, options, chosen);
      expect(toEdit(draft, fields, { ...typed, values, options }).payload).toEqual(sample);
    },
  );
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

test("[VOT-190] another subject is sent, what was emptied goes, and one text answers for reason and description", () => {
  const values = { ...toValues(DRAFT, FIELDS, NO_OPTIONS, {}), model: "MDL-00000000", reason: "Gone.", limits: " \n" };
  expect(toEdit(DRAFT, FIELDS, { ...typed, values, options: NO_OPTIONS })).toEqual({
    reference: "PRP-7K3M9Q2A",
    title: "Retire",
    description: "Gone.",
    votingHours: 24,
    payload: { model: "MDL-00000000", reason: "Gone.", days: 30 },
  });
});

test("[VOT-190] a kind without a form sends no payload, and hours left empty are no number", () => {
  const sent = toEdit(DRAFT, [], { ...typed, description: "D", hours: " ", values: {}, options: NO_OPTIONS });
  expect(sent).toEqual({ reference: "PRP-7K3M9Q2A", title: "Retire", description: "D", votingHours: Number.NaN });
});
