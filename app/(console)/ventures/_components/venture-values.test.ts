import { expect, test } from "vitest";
import { readVentureForm } from "./venture-values";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  const all = { name: "Tide", description: "", stage: "4", allocationUsd: "1,250.50", lifecycle: "active", ...fields };
  for (const [name, value] of Object.entries(all)) data.set(name, value);
  return data;
}
const PLACE = { portfolio: "PTF-00000001", lead: "" };

test("[PRT-133] what was typed becomes what is asked", () => {
  const { values, wrong } = readVentureForm(form({}), PLACE);
  expect(values).toEqual({
    ...{ portfolio: "PTF-00000001", name: "Tide", description: "", stage: 4, allocationUsd: 1_250.5 },
    ...{ lifecycle: "active", lead: null },
  });
  expect(wrong).toEqual({});
});

test.each([
  ["[PRT-132] a stage that is no number", form({ stage: "four" }), PLACE, ["stage"]],
  ["[PRT-132] no stage", form({ stage: "" }), PLACE, ["stage"]],
  ["[PRT-133] an amount that is none", form({ allocationUsd: "lots" }), PLACE, ["allocationUsd"]],
  ["[PRT-131] no portfolio", form({}), { portfolio: "", lead: "" }, ["portfolio"]],
  [
    "all of it at once",
    form({ stage: "x", allocationUsd: "" }),
    { portfolio: "", lead: "" },
    ["allocationUsd", "portfolio", "stage"],
  ],
])("%s is said at its field", (_name, data, place, fields) => {
  const { values, wrong } = readVentureForm(data, place);
  expect([values, Object.keys(wrong).toSorted()]).toEqual([null, fields]);
});

test.each(["0", "26", "2.5", "-1"])("[PRT-132] the stage %s is left to the server to refuse", (stage) => {
  expect(readVentureForm(form({ stage }), PLACE).values?.stage).toBe(Number(stage));
});
