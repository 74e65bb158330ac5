import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { toAuditEntry } from "../audit-entry.ts";
import { assessEvidence, planEvidence, readEvidence } from "../evidence.ts";
import { loadNames } from "../reader-store.ts";
import { verifierKeyOf } from "../receipt-store.ts";
import { refuse } from "../refusals.ts";
import { EvidenceAnswer, EvidenceInput, type ReceiptProof } from "../schema.ts";
import { peopleIn, tellEntry } from "../sentence.ts";
import { loadEntry, loadRoot, loadTreeSize } from "../store.ts";

export const checkEvidence = defineOperation({
  name: "audit.check_evidence",
  summary: "What a receipt or a checkpoint that somebody kept proves against the log as it is",
  permission: "audit.verify",
  effect: "read",
  input: EvidenceInput,
  output: EvidenceAnswer,
  async run({ input, tx }) {
    const evidence = readEvidence(input.evidence);
    if (evidence.kind === "unreadable") {
      const { cause } = evidence;
      throw refuse("audit.evidence_unreadable", { cause }, [
        { path: "evidence", code: "unreadable", message: `This cannot be checked: ${cause}` },
      ]);
    }
    const { number, size } = planEvidence(evidence);
    const latest = await loadTreeSize(tx.db);
    const checks = assessEvidence(evidence, {
      organizationId: tx.organizationId,
      trustedKey: verifierKeyOf(tx.organizationId),
      size: latest,
      leaf: number === null ? null : ((await loadEntry(tx.db, number))?.leaf ?? null),
      rootThen: size === null || size > latest ? null : await loadRoot(tx.db, size),
    });
    const outcome = checks.every((check) => check.holds) ? ("proved" as const) : ("refuted" as const);
    const sentence =
      evidence.kind === "receipt" && outcome === "proved" ? await tellReceipt(tx, evidence.receipt) : null;
    return { kind: evidence.kind, outcome, checks, number, sentence, size };
  },
});

/** Told from the leaf that its holder brought, which is the one on record. */
async function tellReceipt(tx: UnitOfWork, receipt: ReceiptProof): Promise<string> {
  const entry = toAuditEntry({ number: receipt.number, leaf: receipt.leaf, personal: null, salt: null });
  const names = await loadNames(tx.db, peopleIn(entry));
  return tellEntry(entry, (id) => names.get(id) ?? null);
}
