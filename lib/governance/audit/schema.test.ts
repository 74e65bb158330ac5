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
    { name: "a day without a time", input: { from: "2026-11-20" } },
    {
      name: "an end that is not after the beginning",
      input: { from: "2026-11-20T09:00:00Z", to: "2026-11-20T10:00:00+01:00" },
    },
    { name: "an unknown field", input: { colour: "red" } },
  ])("[AUD-105] refused: $name", ({ input }) => {
    expect(AuditListInput.safeParse(input).success).toBe(false);
  });

  test("[AUD-4] consistency runs forward", () => {
    expect(ConsistencyInput.safeParse({ from: "3", to: "8" }).success).toBe(true);
    expect(ConsistencyInput.safeParse({ from: 8, to: 3 }).success).toBe(false);
    expect(ConsistencyInput.safeParse({ from: -1, to: 3 }).success).toBe(false);
  });
});
