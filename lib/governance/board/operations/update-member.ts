import { isTaken } from "../../../db/database-error.ts";
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { dateAt } from "../calendar-date.ts";
import type { BoardEvent } from "../events.ts";
import { planMemberUpdate } from "../member-update.ts";
import { refuse } from "../refusals.ts";
import { SeatOutput, UpdateMemberInput } from "../schema.ts";
import { toSeatingRefusal } from "../seating-refusal.ts";
import { loadSeats, loadTimeZone, lockBoard, lockSeat, saveSeat } from "../store.ts";
import { deriveSeatState } from "../term.ts";

export const updateMember = defineOperation({
  name: "board.update_member",
  summary: "Change a member's department, expertise or the end of the term",
  permission: "board.seat",
  effect: "write",
  input: UpdateMemberInput,
  output: SeatOutput,
  async run({ input, now, tx }) {
    await lockBoard(tx);
    const seat = await lockSeat(tx, input.reference);
    if (seat === null) throw refuseInKernel("kernel.not_found", { subject: "board seat", reference: input.reference });
    const timeZone = await loadTimeZone(tx);
    const others = (await loadSeats(tx)).filter((other) => other.id !== seat.id);
    const at = await now();

    const state = deriveSeatState(seat, at);
    if (state === "ended" || state === "term_over")
      throw refuse("board.seat_not_held", { seat: seat.reference, state });
    const plan = planMemberUpdate(seat, input, { others, timeZone, at });
    if (plan.verdict?.outcome === "refused") throw toSeatingRefusal(plan.verdict);
    const termEndAt = (plan.change.termEndAt ?? seat.termEndAt).toISOString();
    const answer = { reference: seat.reference, termEndAt, state };
    if (plan.fields.length === 0) {
      tx.unchanged();
      return answer;
    }

    try {
      await saveSeat(tx, seat.id, plan.change);
    } catch (error) {
      if (isTaken(error)) throw refuse("board.seat_taken_meanwhile", {});
      throw error;
    }
    await tx.record({
      action: "board.member_updated",
      subject: { type: "board_member", reference: seat.reference },
      details: { fields: plan.fields, termEndAt, termEndOn: dateAt(new Date(termEndAt), timeZone) },
    } satisfies BoardEvent & AuditEvent);
    return answer;
  },
});
