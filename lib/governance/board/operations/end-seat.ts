import { defineOperation } from "../../../db/operation.ts";
import { lockKeyHolders } from "../../identity/store.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import type { BoardEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { EndSeatInput, SeatOutput } from "../schema.ts";
import { hasChairSuccessor } from "../seating.ts";
import { loadSeats, lockBoard, lockSeat, saveSeat, withdrawRenewal } from "../store.ts";
import { deriveSeatState } from "../term.ts";

export const endSeat = defineOperation({
  name: "board.end_seat",
  summary: "End a seat before its term is over, with a reason",
  permission: "board.seat",
  effect: "write",
  input: EndSeatInput,
  output: SeatOutput,
  async run({ input, now, tx }) {
    await lockBoard(tx);
    const seat = await lockSeat(tx, input.reference);
    if (seat === null) throw refuseInKernel("kernel.not_found", { subject: "board seat", reference: input.reference });
    // The successor's membership must not end meanwhile (ORG-5).
    if (seat.role === "chair") await lockKeyHolders(tx);
    const seats = await loadSeats(tx);
    const at = await now();

    const state = deriveSeatState(seat, at);
    if (state === "ended" || state === "term_over")
      throw refuse("board.seat_not_held", { seat: seat.reference, state });
    // Somebody appointed counts as much: else the chair would go first, and then the successor (ORG-5).
    const counts = state === "in_office" || state === "scheduled";
    const isOnlyChair = seat.role === "chair" && counts && !hasChairSuccessor(seats, seat, at);
    if (isOnlyChair) throw refuse("board.chair_needs_successor", { seat: seat.reference });

    // Somebody appointed who never took office leaves at the instant they would have begun.
    const endedAt = state === "scheduled" ? seat.termStartAt : at;
    const withdrawn = await withdrawRenewal(tx, seats, seat, input.reason);
    await saveSeat(tx, seat.id, { endedAt, endReason: input.reason });
    await tx.record({
      action: "board.seat_ended",
      subject: { type: "board_member", reference: seat.reference },
      details: { role: seat.role, userId: seat.userId, endedAt: endedAt.toISOString(), withdrawn },
      personal: { reason: input.reason },
    } satisfies BoardEvent & AuditEvent);
    const { reference, termEndAt } = seat;
    return { reference, termEndAt: termEndAt.toISOString(), state: deriveSeatState({ ...seat, endedAt }, at) };
  },
});
