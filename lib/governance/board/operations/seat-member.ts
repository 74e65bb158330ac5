import { isTaken } from "../../../db/database-error.ts";
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import type { BoardEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { SeatMemberInput, SeatMemberOutput } from "../schema.ts";
import { assessSeating, type SeatingRequest } from "../seating.ts";
import { toSeatingRefusal } from "../seating-refusal.ts";
import {
  createSeat,
  loadOwnedModels,
  loadSeats,
  loadTimeZone,
  lockBoard,
  lockMembership,
  type NewSeat,
  type StoredSeat,
  saveSeat,
  withdrawRenewal,
} from "../store.ts";
import { toTerm } from "../term.ts";

export const seatMember = defineOperation({
  name: "board.seat_member",
  summary: "Seat a person on the board, in a vacant seat or in place of its holder",
  permission: "board.seat",
  effect: "write",
  input: SeatMemberInput,
  output: SeatMemberOutput,
  async run({ input, now, tx }) {
    await lockBoard(tx);
    if (!(await lockMembership(tx, input.userId))) throw refusePerson(input.userId);
    const timeZone = await loadTimeZone(tx);
    const seats = await loadSeats(tx);
    const ownedModels = await loadOwnedModels(tx, input.userId);
    const at = await now();

    const request = toRequest(input, timeZone, findReplaced(seats, input.replaces));
    const verdict = assessSeating(request, { seats, ownedModels, at });
    if (verdict.outcome === "refused") throw toSeatingRefusal(verdict);

    const term = toTerm(request, at);
    const withdrawn = await endReplaced(tx, request.replaces, { seats, at, endReason: input.reason ?? "Replaced" });
    const { userId, role, department, expertise } = input;
    const seat = { userId, role, department, expertise, termStartAt: term.startAt, termEndAt: term.endAt };
    const reference = await createOnly(tx, seat);
    const shown = { termStartAt: term.startAt.toISOString(), termEndAt: term.endAt.toISOString() };
    await tx.record({
      action: "board.member_seated",
      subject: { type: "board_member", reference },
      details: {
        ...shown,
        role,
        userId,
        replaces: request.replaces?.reference ?? null,
        withdrawn,
        ownedModels: ownedModels.length,
      },
      personal: { department, expertise, ...(input.reason === undefined ? {} : { reason: input.reason }) },
    } satisfies BoardEvent & AuditEvent);
    return { reference, ...shown, recusedOnModels: ownedModels };
  },
});

function refusePerson(userId: string) {
  const message = "Choose a member of this organisation";
  return refuse("board.person_unknown", { userId }, [{ path: "userId", code: "board.person_unknown", message }]);
}

function findReplaced(seats: readonly StoredSeat[], reference: string | undefined): StoredSeat | null {
  if (reference === undefined) return null;
  const seat = seats.find((each) => each.reference === reference);
  if (seat === undefined) throw refuseInKernel("kernel.not_found", { subject: "board seat", reference });
  return seat;
}

function toRequest(input: SeatMemberInput, timeZone: string, replaces: StoredSeat | null) {
  const { userId, role, termStartOn: startOn, termEndOn } = input;
  return { userId, role, startOn, endOn: termEndOn ?? null, timeZone, replaces } satisfies SeatingRequest;
}

/** Ends the seat that is taken over; answers the renewal that was withdrawn with it. */
async function endReplaced(
  tx: UnitOfWork,
  replaced: StoredSeat | null,
  { seats, at, endReason }: { seats: readonly StoredSeat[]; at: Date; endReason: string },
): Promise<string | null> {
  if (replaced === null) return null;
  const withdrawn = await withdrawRenewal(tx, seats, replaced, endReason);
  // An appointment that never began ends at the instant it would have begun (BRD-109).
  const endedAt = replaced.termStartAt > at ? replaced.termStartAt : at;
  await saveSeat(tx, replaced.id, { endedAt, endReason });
  return withdrawn;
}

/** The exclusion constraints are the last word on two chairs, or two seats of one person, at the same time. */
async function createOnly(tx: UnitOfWork, seat: NewSeat): Promise<string> {
  try {
    return await createSeat(tx, seat);
  } catch (error) {
    if (isTaken(error)) throw refuse("board.seat_taken_meanwhile", {});
    throw error;
  }
}
