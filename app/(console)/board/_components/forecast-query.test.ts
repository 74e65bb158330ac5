import { describe, expect, test } from "vitest";
import { refuse } from "@/lib/governance/kernel/refusal";
import { readForecastQuery, toFieldErrors } from "./forecast-query";

describe("the address of a forecast", () => {
  test.each([
    ["nothing", {}, { recused: [] }],
    ["an empty form", { on: "", recused: "" }, { recused: [] }],
    ["one member", { on: " 2027-05-12 ", recused: "MBR-1" }, { on: "2027-05-12", recused: ["MBR-1"] }],
    ["several, one twice", { recused: ["MBR-1", "MBR-2", "MBR-1"] }, { recused: ["MBR-1", "MBR-2"] }],
    ["two days", { on: ["2027-05-12", "x"] }, { on: "2027-05-12", recused: [] }],
  ])("%s", (_name, search, expected) => {
    expect(readForecastQuery(search)).toEqual(expected);
  });

  test("what makes no sense is told by its field, anything else passes on", () => {
    const errors = [{ path: "on", code: "board.day_out_of_range", message: "Choose another day" }];
    const refused = new Error("refused", { cause: refuse("kernel.invalid_input", { fields: ["on"] }, errors) });
    expect(toFieldErrors(refused)).toEqual({ errors });
    const broken = new Error("broken");
    expect(() => toFieldErrors(broken)).toThrow(broken);
  });
});
