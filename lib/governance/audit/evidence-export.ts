// Answers "what does an auditor take home?" (AUD-3, AUD-4, AUD-104): one JSON Lines file, a header and then every entry
// up to the checkpoint, each line canonical JSON, so that the same log gives the same bytes and every byte is checked.
import { createHash } from "node:crypto";
import type { Json } from "../kernel/audit-event.ts";
import { toCanonicalJson } from "../kernel/digest.ts";
import { hashLeaf } from "./merkle.ts";

const EXPORT_FORMAT = "gavel-audit-export/1";

export type ExportEntry = {
  readonly number: number;
  readonly leaf: string;
  /** With the hexadecimal salt of its commitment; both null when there is none, it was erased or it is withheld. */
  readonly personal: Readonly<Record<string, Json>> | null;
  readonly salt: string | null;
};

/** `checkpoint` is the signed note of exactly the entries that follow; `publicKey` its vkey. */
export function toExportHeader(header: {
  readonly organizationId: string;
  readonly checkpoint: string;
  readonly publicKey: string;
}): string {
  return `${toCanonicalJson({
    format: EXPORT_FORMAT,
    organization: header.organizationId,
    checkpoint: header.checkpoint,
    publicKey: header.publicKey,
  })}\n`;
}

/** Where the chain stands before the first line. */
export const FIRST_CHAIN: Uint8Array = new Uint8Array(32);

/**
 * One line and the chain after it. `leafHash` and `chain` (SHA-256(previous chain || leaf hash)) prove nothing by
 * themselves: the signed root does. They let the verifier name the entry that was changed.
 */
export function toExportLine(entry: ExportEntry, previousChain: Uint8Array): { line: string; chain: Uint8Array } {
  const leafHash = hashLeaf(entry.leaf);
  const chain = createHash("sha256").update(previousChain).update(leafHash).digest();
  const opened = entry.personal && entry.salt ? { personal: entry.personal, salt: entry.salt } : {};
  const line = toCanonicalJson({
    number: entry.number,
    leaf: entry.leaf,
    leafHash: Buffer.from(leafHash).toString("hex"),
    chain: chain.toString("hex"),
    ...opened,
  });
  return { line: `${line}\n`, chain };
}
