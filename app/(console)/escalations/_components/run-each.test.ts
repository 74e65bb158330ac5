import { expect, test } from "vitest";
import type { ActionResult, Problem } from "@/lib/governance/kernel/problem";
import { runEach, sayDone } from "./run-each";

const problem = (title: string, path?: string): Problem => ({
  ...{ type: "about:blank", title, status: 409, code: "x", detail: "", hint: null, facts: {}, requestId: "" },
  errors: path === undefined ? [] : [{ path, code: "x", message: title }],
});
const items = ["A", "B", "C"].map((reference) => ({ reference }));

function answering(answers: Readonly<Record<string, Problem>>) {
  const asked: string[] = [];
  const act = async ({ reference }: { reference: string }): Promise<ActionResult<null>> => {
    asked.push(reference);
    const refused = answers[reference];
    return refused === undefined ? { ok: true, value: null } : { ok: false, problem: refused };
  };
  return { act, asked };
}

test("what some are refused for is named, and the rest is done", async () => {
  const { act } = answering({ B: problem("A review comes first") });
  const result = await runEach(items, act);
  if (!result.ok) throw new Error("refused");
  expect(result.value.done).toEqual(["A", "C"]);
  expect(sayDone(result.value, "resolved")).toEqual({
    title: "2 resolved, 1 not",
    detail: "B: a review comes first",
  });
});

test("a wrong field is not tried on the others", async () => {
  const { act, asked } = answering({ A: problem("Too short", "resolution") });
  expect(await runEach(items, act)).toEqual({ ok: false, problem: problem("Too short", "resolution") });
  expect(asked).toEqual(["A"]);
});

test("what all are refused for is said in the form", async () => {
  const { act } = answering({ A: problem("Closed"), B: problem("Closed"), C: problem("Closed") });
  expect(await runEach(items, act)).toEqual({ ok: false, problem: problem("Closed") });
});
