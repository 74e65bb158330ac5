import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { assessConflictAct, isSameTarget } from "../conflict-of-interest.ts";
import type { BoardEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { ConflictOutput, DeclareConflictInput } from "../schema.ts";
import { createConflict, findModelId, loadConflicts, lockMembership, lockSeat } from "../store.ts";

export const declareConflict = defineOperation({
  name: "board.declare_conflict",
  summary: "Declare a conflict of interest with a model or a vendor",
  permission: "board.declare_conflict",
  effect: "write",
  input: DeclareConflictInput,
  output: ConflictOutput,
  async run({ input, actor, now, tx }) {
    const seat = await lockSeat(tx, input.reference);
    if (seat === null) throw refuseInKernel("kernel.not_found", { subject: "board seat", reference: input.reference });
    const { reference, userId } = seat;
    const verdict = assessConflictAct(actor, userId);
    if (verdict.outcome === "refused") throw refuse("board.conflict_of_another", { seat: reference });
    await lockMembership(tx, userId);
    const target = input.kind === "model" ? input.model : input.vendor;
    const modelId = input.kind === "model" ? await requireModel(tx, input.model) : null;
    const standing = (await loadConflicts(tx, userId)).find((conflict) => isSameTarget(conflict, { ...input, target }));
    if (standing !== undefined) {
      tx.unchanged();
      return { id: standing.id, reference };
    }
    const declaredAt = await now();
    const declaredBy = actor.kind === "person" ? actor.userId : userId;
    const { kind, reason } = input;
    const id = await createConflict(tx, { kind, target, userId, modelId, reason, declaredBy, declaredAt });
    const model = kind === "model" ? target : null;
    await tx.record({
      action: "board.conflict_declared",
      subject: { type: "board_member", reference },
      details: { conflictId: id, userId, kind, model, onBehalf: declaredBy !== userId },
      personal: { target, reason },
    } satisfies BoardEvent & AuditEvent);
    return { id, reference };
  },
});

async function requireModel(tx: UnitOfWork, reference: string): Promise<string> {
  const id = await findModelId(tx, reference);
  if (id !== null) return id;
  const message = `There is no model \`${reference}\`; copy its reference from the model's page`;
  throw refuseInKernel("kernel.invalid_input", { fields: ["model"] }, [{ path: "model", code: "not_found", message }]);
}
