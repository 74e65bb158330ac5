import { defineOperation } from "../../../db/operation.ts";
import { assessConflictAct } from "../../board/conflict-of-interest.ts";
import type { BoardEvent } from "../../board/events.ts";
import { refuse } from "../../board/refusals.ts";
import { DeclareConflictInput } from "../../board/schema.ts";
import { lockBoard, lockSeat } from "../../board/store.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { DeclaredAnswer } from "../allegation-view.ts";
import { enterConflict, findStanding, requireModelId } from "../conflict-store.ts";
import { findTouchedVotes, holdVotes, recuseFromVotes } from "../recusal-store.ts";

/** Belongs to this room because it acts on open votes, in the same transaction (BRD-171). */
export const declareConflict = defineOperation({
  name: "voting.declare_conflict",
  summary: "Declare a conflict of interest with a model or a vendor; open votes on it are left at once",
  permission: "board.declare_conflict",
  effect: "write",
  input: DeclareConflictInput,
  output: DeclaredAnswer,
  async run({ input, actor, now, tx }) {
    // No vote opens meanwhile, which would freeze a roll without this conflict; and the same is declared once.
    await lockBoard(tx);
    const seat = await lockSeat(tx, input.reference);
    if (seat === null) throw refuseInKernel("kernel.not_found", { subject: "board seat", reference: input.reference });
    const { reference, userId } = seat;
    const verdict = assessConflictAct(actor, userId);
    if (verdict.outcome === "refused") throw refuse("board.conflict_of_another", { seat: reference });
    const { kind, reason } = input;
    const target = input.kind === "model" ? input.model : input.vendor;
    const modelId = input.kind === "model" ? await requireModelId(tx, input.model) : null;
    const standing = await findStanding(tx, userId, { kind, target });
    if (standing !== null) {
      tx.unchanged();
      return { id: standing.id, reference, recusedFrom: [] };
    }
    const votes = await holdVotes(tx, await findTouchedVotes(tx, userId, { kind, target }), actor);
    const at = await now();
    const by = actor.kind === "person" ? actor.userId : null;
    const declaredBy = by ?? userId;
    const id = await enterConflict(tx, {
      kind,
      target,
      userId,
      modelId,
      reason,
      basis: "declared",
      by: declaredBy,
      at,
    });
    const recusedFrom = await recuseFromVotes(tx, votes, { userId, at, basis: "declared_conflict", reason, by });
    await tx.record({
      action: "board.conflict_declared",
      subject: { type: "board_member", reference },
      details: {
        conflictId: id,
        userId,
        kind,
        model: kind === "model" ? target : null,
        onBehalf: declaredBy !== userId,
        recusedFrom: recusedFrom.map((each) => each.proposal),
        inquorate: recusedFrom.filter((each) => each.isInquorate).map((each) => each.proposal),
      },
      personal: { target, reason },
    } satisfies BoardEvent & AuditEvent);
    return { id, reference, recusedFrom };
  },
});
