import { describe, expect, test } from "vitest";
import type { FormField } from "../../../../../lib/governance/voting/kinds/form-field.ts";
import { type FormOptions, findMissing, toPayload, toTitle, type Values } from "./form-values.ts";

const OPTIONS: FormOptions = {
  ...{ models: [], people: [], components: [] },
  policies: [],
  settings: [
    {
      ...{ key: "voting.defaultHours", label: "Voting period", meaning: "", unit: "hours", updatedAt: null },
      ...{ least: 1, most: 168, standard: 72, value: 72 },
    },
    {
      ...{ key: "registry.approvalThreshold", label: "Approval threshold", meaning: "", unit: "ten_thousandths" },
      ...{ least: 0, most: 10_000, standard: 7_000, value: 7_000, updatedAt: null },
    },
  ],
  hasMore: { models: false, people: false, components: false },
};

const componentFacts = {
  ...{ reference: "CMP-7K3M9Q2A", name: "Claims router", version: "2.1", riskAssessment: "Low.", revision: 3 },
  capabilities: ["Reads claims", "Assigns a handler"],
};
const router = { component: "CMP-7K3M9Q2A", componentLabel: "Claims router 2.1", componentFacts };

const field = (given: Partial<FormField> & Pick<FormField, "type">) =>
  ({ name: "it", label: "It", ...given }) as FormField;
const setting = field({ type: "setting_change", name: "key" });
const trust = field({ type: "trust_change", name: "subject" });
const component = field({ type: "component_change", name: "component" });

describe("what the form sends", () => {
  test.each<[string, FormField, Values, object]>([
    ["text as typed", field({ type: "text", most: 9 }), { it: " a " }, { it: " a " }],
    ["an empty text that is asked for", field({ type: "long_text", most: 9 }), {}, { it: "" }],
    ["no empty text that is optional", field({ type: "text", most: 9, isOptional: true }), { it: " " }, {}],
    ["a number", field({ type: "whole_number", least: 1, most: 9, unit: "days" }), { it: " 7 " }, { it: 7 }],
    [
      "no number where none was typed",
      field({ type: "whole_number", least: 1, most: 9, unit: "days" }),
      { it: "x" },
      { it: Number.NaN },
    ],
    ["lines without the empty ones", field({ type: "lines", most: 9 }), { it: "a\n\n b \n" }, { it: ["a", "b"] }],
    [
      "nothing of a field that is not shown",
      field({ type: "text", most: 9, onlyWhen: { field: "act", value: "stop" } }),
      { it: "a", act: "go" },
      {},
    ],
    [
      "hours with the value in force",
      setting,
      { key: "voting.defaultHours", newValue: "96" },
      { key: "voting.defaultHours", oldValue: 72, newValue: 96 },
    ],
    [
      "per cent in ten-thousandths",
      setting,
      { key: "registry.approvalThreshold", newValue: "66,67 %" },
      { key: "registry.approvalThreshold", oldValue: 7_000, newValue: 6_667 },
    ],
    [
      "no number for half an hour",
      setting,
      { key: "voting.defaultHours", newValue: "0.5" },
      { key: "voting.defaultHours", oldValue: 72, newValue: Number.NaN },
    ],
    [
      "a person’s trust from the level they have",
      trust,
      { person: "p1", personLabel: "Mira Okafor", from: "standard", to: "core" },
      { subject: "person", person: "p1", from: "standard", to: "core" },
    ],
    [
      "a component’s trust",
      trust,
      { subject: "component", component: "CMP-7K3M9Q2A", person: "p1", from: "sandbox", to: "core" },
      { subject: "component", component: "CMP-7K3M9Q2A", from: "sandbox", to: "core" },
    ],
    [
      "only what changes of a component",
      component,
      { ...router, name: "Claims router", version: "2.2", capabilities: "Reads claims\nAssigns a handler\n" },
      { component: "CMP-7K3M9Q2A", revision: 3, version: "2.2" },
    ],
    [
      "a retirement and nothing beside it",
      component,
      { ...router, version: "2.2", isRetired: true },
      { component: "CMP-7K3M9Q2A", revision: 3, isRetired: true },
    ],
    [
      "the content of a policy as its field made it",
      field({ type: "policy_content" }),
      { it: { change: "create", content: { rules: [] } } },
      { change: "create", content: { rules: [] } },
    ],
  ])("[VOT-161] %s", (_name, one, values, sent) => {
    expect(toPayload([one], values, OPTIONS)).toEqual(sent);
  });
});

describe("the title", () => {
  test.each<[string, FormField, string, Values, string]>([
    [
      "names the model",
      field({ type: "model", name: "model" }),
      "Decommission “{model}”",
      { model: "MDL-7K3M9Q2A", modelLabel: "Claims triage 3.2" },
      "Decommission “Claims triage 3.2”",
    ],
    ["waits for its words", field({ type: "model", name: "model" }), "Decommission “{model}”", {}, ""],
    [
      "says both values",
      setting,
      "{key}: {newValue} instead of {oldValue}",
      { key: "registry.approvalThreshold", newValue: "80%" },
      "Approval threshold: 80 % instead of 70 %",
    ],
    [
      "waits for a value that can be read",
      setting,
      "{key}: {newValue}",
      { key: "voting.defaultHours", newValue: "soon" },
      "",
    ],
    [
      "says whose trust",
      trust,
      "{subject}: {to} instead of {from}",
      { person: "p1", personLabel: "Mira Okafor", from: "standard", to: "core" },
      "Mira Okafor: core instead of standard",
    ],
    [
      "is no longer than a title",
      field({ type: "text", most: 500 }),
      "{it}",
      { it: "😀".repeat(300) },
      "😀".repeat(200),
    ],
  ])("[VOT-161] %s", (_name, one, template, values, title) => {
    expect(toTitle(template, [one], values, OPTIONS)).toBe(title);
  });
});

test.each<[string, FormField, Values, readonly string[]]>([
  ["a model", field({ type: "model", name: "model" }), {}, ["payload.model"]],
  ["no optional day", field({ type: "day", isOptional: true }), {}, []],
  ["person and level", trust, {}, ["payload.person", "payload.to"]],
  ["the component of a trust", trust, { subject: "component", to: "core" }, ["payload.component"]],
  [
    "nothing that is not shown",
    field({ type: "choice", options: [], onlyWhen: { field: "act", value: "stop" } }),
    {},
    [],
  ],
])("[VOT-161] misses %s", (_name, one, values, paths) => {
  expect(Object.keys(findMissing([one], values))).toEqual(paths);
});
