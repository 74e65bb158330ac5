import { describe, expect, it } from "vitest";
import { inferDateOrder, readDate } from "./dates.ts";

describe("dates", () => {
  it.each([
    ["2023-10-01", "2023-10-01"],
    ["2023/10/1", "2023-10-01"],
    ["2023-10-01T08:30:00Z", "2023-10-01"],
    ["10/1/2023", "2023-10-01"],
    [" 10/1/2023 ", "2023-10-01"],
    ["10/1/23", "2023-10-01"],
    ["October 1, 2023", "2023-10-01"],
    ["1 October 2023", "2023-10-01"],
    ["1-Oct-2023", "2023-10-01"],
    ["1. Oktober 2023", "2023-10-01"],
    ["Oct 2023", "2023-10"],
    ["Sept. 2023", "2023-09"],
    ["10/2023", "2023-10"],
    ["2023-10", "2023-10"],
    ["2022-08 (estimated)", "2022-08"],
    ["2023", "2023"],
    ["Q3 2023", "2023-Q3"],
    ["2/29/2024", "2024-02-29"],
  ])("[REG-107] %j is %s", (text, date) => {
    expect(readDate(text, "month_first")).toEqual({ outcome: "date", date });
  });

  it.each([
    ["TODO", "not_a_date"],
    ["Q4FY25", "not_a_date"],
    ["Pre-2021", "not_a_date"],
    ["12 constructor 2024", "not_a_date"],
    ["2015-2022", "not_a_date"],
    ["10/12023", "not_a_date"],
    ["2024-02-15 (kick-off); 2024-08-23 (plan)", "not_a_date"],
    ["22-Jul", "day_or_year"],
    ["01-02-03", "day_or_month_first"],
    ["2/30/2023", "no_such_day"],
    ["13/13/2023", "no_such_day"],
    ["7/15/1905", "year_as_serial_number"],
    ["1/1/1850", "implausible_year"],
  ])("[REG-107] %j is unread: %s", (text, cause) => {
    expect(readDate(text, "month_first")).toEqual({ outcome: "unread", cause });
  });

  it.each(["", "  ", "\u00a0", "N/A", "NA ", "TBD", "Unknown", "N/A - never started"])(
    "[REG-107] %j gives no date",
    (text) => {
      expect(readDate(text, "month_first")).toEqual({ outcome: "blank" });
    },
  );

  it.each([
    ["month first", "month_first", "2023-03-04"],
    ["day first", "day_first", "2023-04-03"],
  ] as const)("[REG-107] 3/4/2023 is read %s as the mapping declares", (_name, order, date) => {
    expect(readDate("3/4/2023", order)).toEqual({ outcome: "date", date });
  });

  it("[REG-107] without a declared order only what reads one way is read", () => {
    expect(readDate("3/4/2023", "unknown")).toEqual({ outcome: "unread", cause: "day_or_month_first" });
    expect(readDate("3/14/2023", "unknown")).toMatchObject({ date: "2023-03-14" });
    expect(readDate("14.3.2023", "unknown")).toMatchObject({ date: "2023-03-14" });
    expect(readDate("4/4/2023", "unknown")).toMatchObject({ date: "2023-04-04" });
  });

  it.each([
    ["month first", ["3/14/2023", "1/2/2023"], "month_first"],
    ["day first", ["14.03.2023", "1.2.2023"], "day_first"],
    ["no proof", ["1/2/2023"], "unknown"],
    ["contradicting proofs", ["14/3/2023", "3/14/2023"], "unknown"],
  ] as const)("[REG-107] the order of a column is proved by its values: %s", (_name, values, order) => {
    expect(inferDateOrder(values)).toBe(order);
  });
});
