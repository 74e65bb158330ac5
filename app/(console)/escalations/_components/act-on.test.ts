import { expect, test } from "vitest";
import type { ActionResult, Problem } from "@/lib/governance/kernel/problem";
import { actOn, type Outcome, sayDone, sayLeft } from "./act-on";

const closed: Problem = {
  ...{ type: "about:blank", title: "Closed", status: 409, code: "x", detail: "", hint: null, facts: {} },
  ...{ requestId: "", errors: [] },
};
const items = (...references: string[]) => references.map((reference) => ({ reference }));
const never = () => Promise.reject(new Error("not asked for"));
const answering = (value: Outcome) => async (): Promise<ActionResult<Outcome>> => ({ ok: true, value });

test("one alone is asked for by itself, and its refusal is said in full", async () => {
  expect(await actOn(items("A"), async () => ({ ok: true, value: null }), never)).toEqual({
    ok: true,
    value: { done: ["A"], left: [] },
  });
  expect(await actOn(items("A"), async () => ({ ok: false, problem: closed }), never)).toEqual({
    ok: false,
    problem: closed,
  });
});

test("several are one act", async () => {
  const asked: string[][] = [];
  const value = { done: ["A", "C"], left: [{ reference: "B", code: "escalations.review_required" }] };
  const result = await actOn(items("A", "B", "C"), never, async ({ references }) => {
    asked.push(references);
    return { ok: true, value };
  });
  expect([result, asked]).toEqual([{ ok: true, value }, [["A", "B", "C"]]]);
  expect(sayDone(value.done, "resolved")).toBe("2 resolved");
  expect(sayDone(["A"], "resolved")).toBe("A resolved");
});

test("what none is done for is said in the form, each reason once", async () => {
  const left = [
    ...["A", "B", "C", "D", "E", "F", "G"].map((reference) => ({ reference, code: "escalations.review_required" })),
    { reference: "H", code: "escalations.already_resolved" },
  ];
  const result = await actOn(items("A", "B"), never, answering({ done: [], left }));
  const detail =
    "A high or critical one is resolved after its post-incident review: A, B, C, D, E and 2 more. It is resolved already: H";
  expect(result).toMatchObject({ ok: false, problem: { title: "8 left as they are", detail } });
  expect(sayLeft(left, "not resolved")).toEqual({ title: "8 not resolved", detail });
});
