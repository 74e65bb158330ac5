import { describe, expect, test } from "vitest";
import { withQuery } from "@/lib/client/paths";
import { QueueInput } from "@/lib/governance/escalations/schema";
import { isNarrowed, QueueView, readAddress, toFilter, toQuery } from "./queue-filter";

describe("the address of the queue", () => {
  test.each([
    ["nothing said: what is to be answered", {}, { status: ["open"], place: ["delivered", "queued"] }],
    ["a notice of overdue ones", { isOverdue: "true" }, { isOverdue: true }],
    [
      "a venture as the interface for machines names it",
      { venture: "VNT-7K3M9Q2A", view: "all" },
      { venture: "VNT-7K3M9Q2A" },
    ],
    ["a portfolio as scope", { scope: "PTF-7K3M9Q2A", view: "all" }, { portfolio: "PTF-7K3M9Q2A" }],
    ["a scope of nothing", { scope: "XYZ-7K3M9Q2A", view: "all" }, {}],
    ["what a silence holds", { view: "held", heldBy: "SIL-7K3M9Q2A" }, { place: ["held"], heldBy: "SIL-7K3M9Q2A" }],
    ["what was moved down", { view: "all", mark: "downgraded" }, { isDowngraded: true }],
    [
      "words that mean nothing",
      { view: "nonsense", severity: "worst", sort: "luck" },
      { status: ["open"], place: ["delivered", "queued"] },
    ],
    ["twice the same name", { severity: ["high", "low"], view: "all" }, {}],
  ])("%s", (_name, given, expected) => {
    const filter = toFilter(readAddress(given));
    expect(Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))).toEqual(expected);
    expect(QueueInput.safeParse(filter).success).toBe(true);
  });

  test.each(QueueView.options)("%s is said and read again", (view) => {
    const address = { view, severity: "high", sort: "oldest", q: "drift & more" } as const;
    const query = new URL(withQuery("http://x/escalations", toQuery(address))).searchParams;
    expect(readAddress(Object.fromEntries(query))).toMatchObject(address);
    expect(isNarrowed(address)).toBe(true);
    expect(isNarrowed({ view, sort: "oldest", cursor: "x" })).toBe(false);
  });
});
