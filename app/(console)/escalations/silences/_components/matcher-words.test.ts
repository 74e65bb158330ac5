import { expect, test } from "vitest";
import { sayMatcher } from "./matcher-words";

const names = new Map([["VNT-7K3M9Q2A", "Service assistant"]]);

test.each([
  ["a source", { source: "Nightly export" }, "Anything but critical from “Nightly export”"],
  [
    "everything of a venture up to high",
    { severity: ["low" as const, "high" as const], venture: "VNT-7K3M9Q2A" },
    "Anything low or high about Service assistant",
  ],
  [
    "words of a category",
    { category: ["monitoring_alert" as const], titleContains: "drift" },
    "Anything but critical of monitoring alert with “drift” in its title",
  ],
  ["a model that has no name here", { model: "MDL-7K3M9Q2A" }, "Anything but critical about MDL-7K3M9Q2A"],
])("%s", (_name, matcher, expected) => {
  expect(sayMatcher(matcher, names)).toBe(expected);
});
