import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { assessConflictWithdrawal } from "../conflict-of-interest.ts";
import type { BoardEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { ConflictOutput, WithdrawConflictInput } from "../schema.ts";
import { findConflict, loadSeats, lockMembership, lockSeat, withdrawConflict as markWithdrawn } from "../store.ts";
import { isInOffice } from "../term.ts";

export const withdrawConflict = defineOperation({
  name: "board.withdraw_conflict",
  summary: "Withdraw a declared conflict of interest; it stays on record",
  permission: "board.declare_conflict",
  effect: "write",
  input: WithdrawConflictInput,
  output: ConflictOutput,
  async run({ input, actor, now, tx }) {
    const seat = await lockSeat(tx, input.reference);
    if (seat === null) throw refuseInKernel("kernel.not_found", { subject: "board seat", reference: input.reference });
    const { reference, userId } = seat;
    await lockMembership(tx, userId);
    const conflict = await findConflict(tx, userId, input.conflictId);
    if (conflict === null) {
      throw refuseInKernel("kernel.not_found", { subject: "declared conflict", reference: input.conflictId });
    }
    const { basis } = conflict;
    const at = await now();
    // Whichever seat the conflict was looked for by.
    const seats = (await loadSeats(tx)).filter((each) => each.userId === userId && isInOffice(each, at));
    const isOfChair = seats.some((each) => each.role === "chair");
    const verdict = assessConflictWithdrawal(actor, { userId, basis, isOfChair });
    const [reason] = verdict.reasons;
    if (reason?.code === "board.conflict_by_ruling") throw refuse(reason.code, { seat: reference });
    if (verdict.outcome === "refused") throw refuse("board.conflict_of_another", { seat: reference });
    if (conflict.withdrawnAt !== null) throw refuse("board.conflict_gone", { seat: reference });
    await markWithdrawn(tx, conflict.id, at);
    const { id, kind, target } = conflict;
    await tx.record({
      action: "board.conflict_withdrawn",
      subject: { type: "board_member", reference },
      details: { conflictId: id, userId, kind, model: kind === "model" ? target : null },
      personal: { target },
    } satisfies BoardEvent & AuditEvent);
    return { id, reference };
  },
});
