import { describe, expect, test } from "vitest";
import { type OpenLine, SHOWN, toChairQueue, toListing } from "./chair-queue.ts";

const line = (reference: string, more: Partial<OpenLine> = {}): OpenLine => ({
  reference,
  title: reference,
  kind: "model_approval",
  isBinding: true,
  model: null,
  deadlineAt: "2026-11-21T16:00:00.000Z",
  closedAt: null,
  cast: 3,
  entitled: 4,
  waiting: 1,
  isInquorate: false,
  isAside: false,
  ...more,
});
const none: { total: number; items: never[] } = { total: 0, items: [] };
const references = (list: { items: readonly { reference: string }[] }) => list.items.map((item) => item.reference);

describe("the chair's queue", () => {
  test.each([
    ["[DSH-12] somebody has not voted", line("P"), [], []],
    ["[DSH-12] everybody has", line("P", { waiting: 0, cast: 4 }), ["P"], []],
    ["[DSH-12] the one missing can no longer cast", line("P", { waiting: 0 }), ["P"], []],
    ["[DSH-12] everybody has, and the chair stands aside", line("P", { waiting: 0, isAside: true }), [], []],
    ["[DSH-12] nobody is entitled", line("P", { waiting: 0, cast: 0, entitled: 0 }), [], []],
    ["[DSH-12] inquorate with every ballot in", line("P", { waiting: 0, isInquorate: true }), [], ["P"]],
  ])("%s", (_name, open, ready, inquorate) => {
    const queue = toChairQueue([open], [], none, none);
    expect({ ready: references(queue.readyToClose), inquorate: references(queue.inquorate) }).toEqual({
      ready,
      inquorate,
    });
  });

  test("[DSH-13] eight rows and the total; what only the verdict needs stays inside", () => {
    const listing = toListing(Array.from({ length: SHOWN + 3 }, (_, index) => line(`P${index}`)));
    expect(listing.total).toBe(11);
    expect(listing.items).toHaveLength(8);
    expect(listing.items[0]).not.toHaveProperty("waiting");
  });
});
