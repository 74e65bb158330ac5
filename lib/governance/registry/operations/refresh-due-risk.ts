// Time alone makes a review due, and with it a risk score higher: the daily round computes those scores anew (REG-8).
import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import type { RegistryEvent } from "../events.ts";
import { lockModelsNewlyDue, refreshRiskScores } from "../risk-store.ts";

const MOST = 20_000;

export const refreshDueRisk = defineOperation({
  name: "registry.refresh_due_risk",
  summary: "Compute risk scores anew where a review has become due",
  permission: "system.run",
  effect: "write",
  timeoutMs: 60_000,
  input: z.strictObject({}),
  output: z.strictObject({ changed: z.int() }),
  async run({ now, tx }) {
    const models = await lockModelsNewlyDue(tx, await now(), MOST);
    const at = await now();
    if (models.length === 0) {
      tx.unchanged();
      return { changed: 0 };
    }
    const changed = await refreshRiskScores(tx, models, at);
    await tx.record({
      action: "registry.risk_recomputed",
      subject: { type: "registry", reference: "models" },
      details: { models: models.length, changed },
    } satisfies RegistryEvent & AuditEvent);
    return { changed };
  },
});
