import { describe, expect, test } from "vitest";
import { commitChoice, completeReceipt, isReceiptFor, toReceiptDraft } from "./receipt.ts";
import { DIGEST, OPENED } from "./record-fixture.ts";
import { VoteReceipt } from "./schema.ts";

const facts = {
  proposal: "PRP-7K3M9Q2A",
  voterUserId: "u1",
  choice: "no",
  reasoning: "Fairness evidence is thin",
  castNumber: 2,
  castAt: OPENED,
  subjectDigest: DIGEST,
  salt: "ab".repeat(16),
} as const;
const receipt = completeReceipt(toReceiptDraft(facts), 17);
const claim = { voterUserId: "u1", choice: "no", reasoning: facts.reasoning } as const;

describe("a vote receipt", () => {
  test("[VOT-4] has its shape, is the same for the same cast, and proves the choice with its salt", () => {
    expect(VoteReceipt.parse(receipt)).toEqual(receipt);
    expect(completeReceipt(toReceiptDraft(facts), 17)).toEqual(receipt);
    expect(isReceiptFor(receipt, claim)).toBe(true);
  });

  test.each([
    ["another choice", receipt, { ...claim, choice: "yes" as const }],
    ["another voter", receipt, { ...claim, voterUserId: "u2" }],
    ["another reasoning", receipt, { ...claim, reasoning: "" }],
    ["an altered cast number", { ...receipt, castNumber: 3 }, claim],
    ["an altered package", { ...receipt, subjectDigest: "0".repeat(64) }, claim],
    ["another proposal", { ...receipt, proposal: "PRP-00000000" }, claim],
    ["an altered salt", { ...receipt, salt: "cd".repeat(16) }, claim],
  ])("[VOT-4] does not prove %s", (_name, altered, claimed) => {
    expect(isReceiptFor(altered, claimed)).toBe(false);
  });

  test("[VOT-13] tells no choice without its salt, and a salt must be long enough to keep it so", () => {
    const other = toReceiptDraft({ ...facts, salt: "cd".repeat(16) });
    expect(other.choiceCommitment).not.toBe(receipt.choiceCommitment);
    expect(() => commitChoice({ ...facts, salt: "abcd" })).toThrow(RangeError);
  });
});
