import { beforeAll, describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, openVote } from "../../testing/builders.ts";
import { checkReceiptClaim } from "./operations/check-receipt-claim.ts";
import { readReceipt } from "./operations/read-receipt.ts";
import type { ReceiptView } from "./view.ts";

let world: BoardWorld;
let file: ReceiptView;
stageBoard("2027-03-01T09:00:00.000Z", (stage) => {
  world = stage.world;
});
beforeAll(async () => {
  const vote = await openVote(world);
  await cast(world.risk, vote, "yes");
  file = await invoke(readReceipt, { actor: world.risk, input: { reference: vote.reference } });
});

const check = async (value: unknown) => {
  const input = { evidence: typeof value === "string" ? value : JSON.stringify(value) };
  return (await invoke(checkReceiptClaim, { actor: world.auditor, input })).check;
};

describe("a receipt that is held out as proof", () => {
  test("[VOT-125] holds as it was given out", async () => {
    expect(await check(file)).toEqual({
      holds: true,
      reason: { code: "voting.receipt_claim_holds", facts: { choice: "yes" } },
    });
  });

  test.each<[string, (given: ReceiptView) => object]>([
    ["another choice", (given) => ({ ...given, choice: "no" })],
    ["another reasoning", (given) => ({ ...given, reasoning: "I was never asked" })],
    ["another proposal", (given) => ({ ...given, receipt: { ...given.receipt, proposal: "PRP-00000000" } })],
    ["another cast number", (given) => ({ ...given, receipt: { ...given.receipt, castNumber: 2 } })],
    ["a choice that is none", (given) => ({ ...given, choice: "maybe" })],
    ["no proof", ({ proof: _left, ...given }) => given],
  ])("[VOT-125] does not hold with %s", async (_name, alter) => {
    expect(await check(alter(file))).toEqual({
      holds: false,
      reason: { code: "voting.receipt_claim_altered", facts: {} },
    });
  });

  test.each([
    ["a bare proof", () => file.proof],
    ["a checkpoint", () => file.proof.checkpoint],
    ["something else", () => "{}"],
  ])("[VOT-125] %s claims no choice", async (_name, given) => {
    expect(await check(given())).toBeNull();
  });
});
