import { describe, expect, test } from "vitest";
import {
  noteOf,
  ORGANIZATION,
  PUBLIC_KEY,
  receiptOf,
  SIZE,
  STRANGERS_KEY,
  sampleEntries,
  sampleEntry,
} from "./attacks/sample-log.ts";
import { assessEvidence, type LogFacts, planEvidence, readEvidence } from "./evidence.ts";
import { hashLeaf, rootOfLeaves } from "./merkle.ts";

const ENTRIES = sampleEntries(SIZE);
const rootOf = (entries: typeof ENTRIES) => rootOfLeaves(entries.map((entry) => hashLeaf(entry.leaf)));

/** The log with these entries, as far as the evidence asks for it. */
function logOf(entries: typeof ENTRIES, number: number | null, size: number | null): LogFacts {
  return {
    organizationId: ORGANIZATION,
    trustedKey: PUBLIC_KEY,
    size: entries.length,
    leaf: number === null ? null : (entries[number - 1]?.leaf ?? null),
    rootThen: size === null || size > entries.length ? null : rootOf(entries.slice(0, size)),
  };
}

function check(text: string, entries = ENTRIES): string[] {
  const evidence = readEvidence(text);
  if (evidence.kind === "unreadable") return [`unreadable: ${evidence.cause}`];
  const { number, size } = planEvidence(evidence);
  return assessEvidence(evidence, logOf(entries, number, size)).map(
    ({ holds, reason }) => `${holds ? "holds" : "fails"} ${reason.code}`,
  );
}

const changed = (number: number) => ENTRIES.map((own) => (own.number === number ? sampleEntry(number, "no") : own));
const RECEIPT = receiptOf(ENTRIES.slice(0, 7), 5);
const GOOD = [
  "holds audit.checkpoint_signed",
  "holds audit.proof_holds",
  "holds audit.entry_unchanged",
  "holds audit.log_only_grew",
];

describe("a receipt held against the log", () => {
  test("[AUD-109] holds in a log that grew since", () => {
    expect(check(RECEIPT)).toEqual(GOOD);
    expect(check(JSON.stringify({ receipt: { castNumber: 1 }, proof: JSON.parse(RECEIPT) }, null, 2))).toEqual(GOOD);
  });

  test.each([
    {
      name: "of an entry that was changed afterwards",
      text: RECEIPT,
      entries: changed(5),
      says: [
        "holds audit.checkpoint_signed",
        "holds audit.proof_holds",
        "fails audit.entry_changed",
        "fails audit.log_was_rewritten",
      ],
    },
    {
      name: "of a log in which another entry was changed",
      text: RECEIPT,
      entries: changed(2),
      says: [...GOOD.slice(0, 3), "fails audit.log_was_rewritten"],
    },
    {
      name: "of a log whose tail was cut",
      text: RECEIPT,
      entries: ENTRIES.slice(0, 4),
      says: [...GOOD.slice(0, 2), "fails audit.entry_missing", "fails audit.log_was_cut"],
    },
    {
      name: "whose leaf was edited",
      text: JSON.stringify({ ...JSON.parse(RECEIPT), leaf: sampleEntry(5, "no").leaf }),
      entries: ENTRIES,
      says: ["holds audit.checkpoint_signed", "fails audit.receipt_other_leaf", "holds audit.log_only_grew"],
    },
    {
      name: "for another number",
      text: JSON.stringify({ ...JSON.parse(RECEIPT), number: 4 }),
      entries: ENTRIES,
      says: ["holds audit.checkpoint_signed", "fails audit.proof_other_root", "holds audit.log_only_grew"],
    },
    {
      name: "signed by a stranger",
      text: JSON.stringify({ ...JSON.parse(RECEIPT), checkpoint: noteOf(ENTRIES.slice(0, 7), STRANGERS_KEY) }),
      entries: ENTRIES,
      says: ["fails audit.checkpoint_unknown_key"],
    },
    {
      name: "of another organisation",
      text: JSON.stringify({
        ...JSON.parse(RECEIPT),
        checkpoint: JSON.parse(RECEIPT).checkpoint.replaceAll(ORGANIZATION, "0198c0de-0000-7000-8000-000000000002"),
      }),
      entries: ENTRIES,
      says: ["fails audit.checkpoint_other_origin"],
    },
  ])("[AUD-109] fails $name", ({ text, entries, says }) => {
    expect(check(text, entries)).toEqual(says);
  });
});

describe("a checkpoint held against the log", () => {
  const older = noteOf(ENTRIES.slice(0, 4));
  test.each([
    { name: "as it was given", text: older },
    { name: "pasted without its last line end", text: older.trimEnd() },
    { name: "with the line ends of another system", text: older.replaceAll("\n", "\r\n") },
  ])("[AUD-109] holds $name", ({ text }) => {
    expect(check(text)).toEqual(["holds audit.checkpoint_signed", "holds audit.log_only_grew"]);
  });

  test("[AUD-109] names a rewritten history and a cut", () => {
    expect(check(older, changed(3))).toEqual(["holds audit.checkpoint_signed", "fails audit.log_was_rewritten"]);
    expect(check(noteOf(ENTRIES), ENTRIES.slice(0, 8))).toEqual([
      "holds audit.checkpoint_signed",
      "fails audit.log_was_cut",
    ]);
    expect(check(older.replace("\n4\n", "\n5\n"))).toEqual(["fails audit.checkpoint_bad_signature"]);
  });
});

describe("what is neither", () => {
  test.each([
    { name: "prose", text: "I voted", says: "neither JSON nor a signed checkpoint" },
    { name: "half a receipt", text: RECEIPT.slice(0, 200), says: "not whole JSON" },
    { name: "other JSON", text: '{"format":"something-else/1"}', says: "holds nothing of the format" },
    { name: "deep JSON", text: `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`, says: "holds nothing of the format" },
    {
      name: "a receipt with another field",
      text: JSON.stringify({ ...JSON.parse(RECEIPT), number: "five" }),
      says: "`number`",
    },
    { name: "an export", text: '{"a":1}\n{"b":2}\n', says: "not whole JSON" },
  ])("[AUD-109] is said to be unreadable, and why: $name", ({ text, says }) => {
    expect(check(text)[0]).toContain(says);
  });
});
