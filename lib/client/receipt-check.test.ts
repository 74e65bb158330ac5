import { describe, expect, test } from "vitest";
import {
  noteOf,
  receiptOf,
  STRANGERS_KEY,
  sampleEntries,
  sampleEntry,
} from "../governance/audit/attacks/sample-log.ts";
import { ReceiptProof } from "../governance/audit/schema.ts";
import { checkReceipt } from "./receipt-check.ts";

const receipt = (size: number, number: number) =>
  ReceiptProof.parse(JSON.parse(receiptOf(sampleEntries(size), number)));
const GOOD = { text: "holds", path: "holds", signature: "holds" };

describe("a receipt in the reader's browser", () => {
  test("[AUD-4] every entry of every small log holds", async () => {
    for (let size = 1; size <= 9; size += 1) {
      for (let number = 1; number <= size; number += 1) expect(await checkReceipt(receipt(size, number))).toEqual(GOOD);
    }
  });

  const good = receipt(7, 5);
  test.each([
    [
      "another text",
      { ...good, leaf: sampleEntry(5, "no").leaf },
      { text: "fails", path: "fails", signature: "holds" },
    ],
    ["another number", { ...good, number: 4 }, { ...GOOD, path: "fails" }],
    ["a shorter path", { ...good, proof: good.proof.slice(1) }, { ...GOOD, path: "fails" }],
    ["a longer path", { ...good, proof: [...good.proof, good.leafHash] }, { ...GOOD, path: "fails" }],
    ["a number beyond the log", { ...good, number: 8 }, { ...GOOD, path: "fails" }],
    [
      "another size",
      { ...good, checkpoint: good.checkpoint.replace("\n7\n", "\n8\n") },
      { ...GOOD, signature: "fails" },
    ],
    [
      "a stranger's signature",
      { ...good, checkpoint: noteOf(sampleEntries(7), STRANGERS_KEY) },
      { ...GOOD, signature: "fails" },
    ],
    [
      "no checkpoint",
      { ...good, checkpoint: "signed, honestly" },
      { text: "fails", path: "fails", signature: "fails" },
    ],
    ["no key", { ...good, publicKey: "gavel" }, { ...GOOD, signature: "fails" }],
  ])("[AUD-4] fails with %s", async (_name, changed, expected) => {
    expect(await checkReceipt(changed)).toEqual(expected);
  });
});
