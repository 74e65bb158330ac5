// A small log, always the same bytes, for the attacks on the offline verifier: nine entries, personal data in three.
import { createPrivateKey, type KeyObject } from "node:crypto";
import { originOf, signCheckpoint, toVerifierKey } from "../checkpoint.ts";
import { type ExportEntry, FIRST_CHAIN, toExportHeader, toExportLine } from "../evidence-export.ts";
import { toLeaf } from "../leaf.ts";
import { appendLeaves, EMPTY_RANGE, type Hash, hashLeaf, type NodeAddress, rootOfLeaves } from "../merkle.ts";
import { toReceiptProof, toReceiptText } from "../receipt-proof.ts";

export const ORGANIZATION = "0198c0de-0000-7000-8000-000000000001";
export const SIZE = 9;

function keyOf(fill: number): KeyObject {
  const seed = Buffer.alloc(32, fill);
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

const KEY = keyOf(1);
export const STRANGERS_KEY = keyOf(2);
export const PUBLIC_KEY = toVerifierKey(originOf(ORGANIZATION), KEY);

export function sampleEntry(number: number, word = "yes"): ExportEntry {
  const leaf = toLeaf(
    {
      action: "voting.ballot_cast",
      subject: { type: "proposal", reference: `PRP-0000000${number % 10}` },
      details: { choice: word, note: "Zo\u00eb \u2713" },
      ...(number % 3 === 0 ? { personal: { name: `Member ${number}` } } : {}),
    },
    {
      organizationId: ORGANIZATION,
      entryId: `0198c0de-0000-7000-8000-${String(number).padStart(12, "0")}`,
      actor: { kind: "person", id: "0198c0de-0000-7000-8000-0000000000bb" },
      requestId: `req-${number}`,
      occurredAt: new Date(Date.UTC(2026, 10, 20, 9, number)),
      salt: Buffer.alloc(16, number),
    },
  );
  return { number, leaf: leaf.text, personal: leaf.personal, salt: leaf.salt };
}

export const sampleEntries = (size: number): ExportEntry[] =>
  Array.from({ length: size }, (_, i) => sampleEntry(i + 1));

/** The signed note of these entries. */
export function noteOf(entries: readonly ExportEntry[], key: KeyObject = KEY): string {
  const root = rootOfLeaves(entries.map((entry) => hashLeaf(entry.leaf)));
  return signCheckpoint({ origin: originOf(ORGANIZATION), size: entries.length, root }, key);
}

export function headerOf(checkpoint: string, publicKey: string = PUBLIC_KEY): string {
  return toExportHeader({ organizationId: ORGANIZATION, checkpoint, publicKey });
}

/** Lines with hashes and chain computed anew, as an attacker who knows the format would. */
export function linesOf(entries: readonly ExportEntry[]): string[] {
  let chain = FIRST_CHAIN;
  return entries.map((entry) => {
    const next = toExportLine(entry, chain);
    chain = next.chain;
    return next.line;
  });
}

export function receiptOf(entries: readonly ExportEntry[], number: number): string {
  const nodes = new Map<string, Hash>();
  const hashes = entries.map((entry) => hashLeaf(entry.leaf));
  appendLeaves(EMPTY_RANGE, hashes, ({ level, index }, hash) => nodes.set(`${level}/${index}`, hash));
  const lookup = ({ level, index }: NodeAddress) =>
    (level === 0 ? hashes[index] : nodes.get(`${level}/${index}`)) as Hash;
  const leaf = entries[number - 1]?.leaf ?? "";
  const checkpoint = noteOf(entries);
  return toReceiptText(
    toReceiptProof({ organizationId: ORGANIZATION, number, leaf, checkpoint, publicKey: PUBLIC_KEY, lookup }),
  );
}
