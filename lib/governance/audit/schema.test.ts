import { describe, expect, test } from "vitest";
import { AuditListInput, ConsistencyInput } from "./schema.ts";

describe("filters of the log", () => {
  test("[AUD-105] 50 entries unless told otherwise, numbers may come as text", () => {
    expect(AuditListInput.parse({})).toEqual({ limit: 50 });
    expect(AuditListInput.parse({ limit: "200", cursor: "51", action: "voting" })).toEqual({
      limit: 200,
      cursor: 51,
      action: "voting",
    });
  });

  test.each([
    { name: "limit 0", input: { limit: 0 } },
    { name: "limit 201", input: { limit: 201 } },
    { name: "a cursor that is no number", input: { cursor: "abc" } },
    { name: "cursor 0", input: { cursor: 0 } },
    { name: "an action with a wildcard", input: { action: "voting.%" } },
    { name: "an unknown kind of actor", input: { actor: "robot" } },
    { name: "an unknown outcome", input: { outcome: "won" } },
    { name: "NUL in a subject", input: { subject: "MDL\u0000" } },
    { name: "a day that does not exist", input: { from: "2026-02-30" } },
    { name: "an instant without a zone", input: { from: "2026-11-20T09:00:00" } },
    { name: "a last day before the first", input: { from: "2026-11-20", to: "2026-11-19" } },
    {
      name: "an end that is not after the beginning",
      input: { from: "2026-11-20T09:00:00Z", to: "2026-11-20T10:00:00+01:00" },
    },
    { name: "an unknown field", input: { colour: "red" } },
  ])("[AUD-105] refused: $name", ({ input }) => {
    expect(AuditListInput.safeParse(input).success).toBe(false);
  });

  test("[AUD-105] a day is its own end, and a reference is read as people type it", () => {
    expect(AuditListInput.parse({ from: "2026-11-20", to: "2026-11-20", subject: " prp-7k3m9q2o " })).toEqual({
      limit: 50,
      from: "2026-11-20",
      to: "2026-11-20",
      subject: "PRP-7K3M9Q20",
    });
    const person = "0198c0de-0000-7000-8000-0000000000bb";
    expect(AuditListInput.parse({ subject: person }).subject).toBe(person);
  });

  test("[AUD-4] consistency runs forward", () => {
    expect(ConsistencyInput.safeParse({ from: "3", to: "8" }).success).toBe(true);
    expect(ConsistencyInput.safeParse({ from: 8, to: 3 }).success).toBe(false);
    expect(ConsistencyInput.safeParse({ from: -1, to: 3 }).success).toBe(false);
  });
});
