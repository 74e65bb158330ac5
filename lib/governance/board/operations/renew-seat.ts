import { isTaken } from "../../../db/database-error.ts";
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import type { BoardEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { planRenewal } from "../renewal.ts";
import { toRenewalRefusal } from "../renewal-refusal.ts";
import { RenewSeatInput, SeatMemberOutput } from "../schema.ts";
import { createSeat, loadOwnedModels, loadSeats, loadTimeZone, lockBoard, lockMembership, lockSeat } from "../store.ts";

export const renewSeat = defineOperation({
  name: "board.renew_seat",
  summary: "Renew a member's term: another one of the same seat that begins as the running term ends",
  permission: "board.seat",
  effect: "write",
  input: RenewSeatInput,
  output: SeatMemberOutput,
  async run({ input, now, tx }) {
    await lockBoard(tx);
    const held = await lockSeat(tx, input.reference);
    if (held === null) throw refuseInKernel("kernel.not_found", { subject: "board seat", reference: input.reference });
    // Whoever assigns a model to the person, or ends the membership, is waited for (BRD-3).
    await lockMembership(tx, held.userId);
    const timeZone = await loadTimeZone(tx);
    const seats = await loadSeats(tx);
    const seat = seats.find((each) => each.id === held.id) ?? held;
    const ownedModels = await loadOwnedModels(tx, seat.userId);
    const at = await now();

    const wish = { endOn: input.termEndOn ?? null, timeZone };
    const { verdict, term } = planRenewal(seat, wish, { seats, ownedModels, at });
    if (verdict.outcome === "refused") throw toRenewalRefusal(verdict);

    const { userId, role, department, expertise } = seat;
    const renewal = { userId, role, department, expertise, termStartAt: term.startAt, termEndAt: term.endAt };
    const reference = await createSeat(tx, renewal).catch((error: unknown) => {
      if (isTaken(error)) throw refuse("board.seat_taken_meanwhile", {});
      throw error;
    });
    const shown = { termStartAt: term.startAt.toISOString(), termEndAt: term.endAt.toISOString() };
    await tx.record({
      action: "board.seat_renewed",
      subject: { type: "board_member", reference },
      details: { ...shown, role, userId, renews: seat.reference, ownedModels: ownedModels.length },
    } satisfies BoardEvent & AuditEvent);
    return { reference, ...shown, recusedOnModels: ownedModels };
  },
});
