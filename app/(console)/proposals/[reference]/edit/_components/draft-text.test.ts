import { expect, test } from "vitest";
import type { DraftView } from "@/lib/governance/voting/view";
import { readDraftText, toEdit } from "./draft-text";

const draft = (change: Partial<DraftView>): DraftView => ({
  reference: "PRP-7K3M9Q2A",
  kind: "decommission",
  title: "Retire it",
  description: "Replaced.",
  payload: { model: "MDL-7K3M9Q2A", reason: "Replaced." },
  votingHours: 72,
  conditions: [],
  ...change,
});
const form = (given: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(given)) data.set(name, value);
  return data;
};

test.each([
  ["a reason that the description repeats", draft({}), { reason: "Replaced.", description: null }],
  ["both", draft({ description: "More." }), { reason: "Replaced.", description: "More." }],
  ["no reason", draft({ payload: { content: 1 } }), { reason: null, description: "Replaced." }],
])("a form asks for %s", (_, given, text) => {
  expect(readDraftText(given)).toEqual(text);
});

test("[VOT-190] one text answers for reason and description, and the rest of the payload stays", () => {
  expect(toEdit(draft({}), form({ title: "Retire", reason: "Gone.", votingHours: "24" }))).toEqual({
    reference: "PRP-7K3M9Q2A",
    title: "Retire",
    description: "Gone.",
    votingHours: 24,
    payload: { model: "MDL-7K3M9Q2A", reason: "Gone." },
  });
});

test("hours left empty are no number, and a payload without a reason is not sent", () => {
  const sent = toEdit(draft({ payload: { content: 1 } }), form({ title: "T", description: "D", votingHours: " " }));
  expect(sent).toEqual({ reference: "PRP-7K3M9Q2A", title: "T", description: "D", votingHours: Number.NaN });
});
