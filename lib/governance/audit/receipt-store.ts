// Signed checkpoints and receipts out of the stored tree (AUD-3, AUD-4), for the audit operations and for every room
// above that hands a receipt out.
import type { TransactionClient } from "../../db/client.ts";
import { signingKey } from "../../db/signing-key.ts";
import { originOf, signCheckpoint, toVerifierKey } from "./checkpoint.ts";
import { coverRange, foldSubtrees, type Hash } from "./merkle.ts";
import { planInclusionProof } from "./proof.ts";
import { toReceiptProof } from "./receipt-proof.ts";
import type { CheckpointOutput, ReceiptProof } from "./schema.ts";
import { loadNodes, loadRoot, loadTreeSize } from "./store.ts";

/** The key that checkpoints of this organisation's log are verified with. */
export function verifierKeyOf(organizationId: string): string {
  return toVerifierKey(originOf(organizationId), signingKey());
}

/** The log at that size, signed; the whole log unless told otherwise. The same log gives the same note. */
export async function loadCheckpoint(
  db: TransactionClient,
  organizationId: string,
  size?: number,
): Promise<CheckpointOutput> {
  const covered = size ?? (await loadTreeSize(db));
  return toCheckpoint(organizationId, covered, await loadRoot(db, covered));
}

function toCheckpoint(organizationId: string, size: number, root: Hash): CheckpointOutput {
  return {
    checkpoint: signCheckpoint({ origin: originOf(organizationId), size, root }, signingKey()),
    publicKey: verifierKeyOf(organizationId),
    size,
    root: Buffer.from(root).toString("hex"),
  };
}

type Located = { readonly number: bigint; readonly leaf: string; readonly size: bigint };

/**
 * The receipt of the entry with this id (`record` answers it), under the checkpoint of the log as this transaction sees
 * it; null when there is no such entry. Inside the act itself call it after `record`: a receipt that leaves before the
 * commit would speak of a log that may never be.
 */
export async function loadReceiptProof(db: TransactionClient, entryId: string): Promise<ReceiptProof | null> {
  const [found] = await db.$queryRaw<Located[]>`
    SELECT e.number, e.leaf, h.size FROM audit_entries e JOIN audit_heads h USING (organization_id)
    WHERE e.organization_id = app_organization() AND e.entry_id = ${entryId}::uuid`;
  return found === undefined ? null : proveEntry(db, found);
}

/** As `loadReceiptProof`, by number. */
export async function loadNumberedReceipt(db: TransactionClient, number: number): Promise<ReceiptProof | null> {
  const [found] = await db.$queryRaw<Located[]>`
    SELECT e.number, e.leaf, h.size FROM audit_entries e JOIN audit_heads h USING (organization_id)
    WHERE e.organization_id = app_organization() AND e.number = ${BigInt(number)}`;
  return found === undefined ? null : proveEntry(db, found);
}

// Path and root in one round trip: an act that answers with its receipt holds the head's lock meanwhile.
async function proveEntry(db: TransactionClient, found: Located): Promise<ReceiptProof> {
  const [number, size] = [Number(found.number), Number(found.size)];
  const cover = coverRange(0, size);
  const lookup = await loadNodes(db, [...planInclusionProof(number - 1, size), cover]);
  const { organization: organizationId } = JSON.parse(found.leaf) as { organization: string };
  const { checkpoint, publicKey } = toCheckpoint(organizationId, size, foldSubtrees(cover.map(lookup)));
  return toReceiptProof({ organizationId, number, leaf: found.leaf, checkpoint, publicKey, lookup });
}
