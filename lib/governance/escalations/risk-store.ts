// Computes the risk scores of models anew whose open escalations changed (REG-8), in the transaction that changed them.
import type { StatementWork } from "../../db/unit-of-work.ts";
import { refreshRiskScores } from "../registry/risk-store.ts";

/** Locks the models in one order. */
export async function refreshModelRisk(tx: StatementWork, modelIds: readonly string[], at: Date): Promise<void> {
  if (modelIds.length === 0) return;
  const ids = [...new Set(modelIds)].sort();
  await tx.db.$queryRaw`
    SELECT id FROM models WHERE organization_id = app_organization() AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
  await refreshRiskScores(tx, ids, at);
}
