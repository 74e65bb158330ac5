// Ends the seats of somebody whose membership has ended (BRD-110); identity tells. Whoever has come back has none left to end.
import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import type { BoardEvent } from "../events.ts";
import { loadSeats, lockBoard, lockMembership, saveSeat } from "../store.ts";
import { deriveSeatState } from "../term.ts";

export const endDepartedSeats = defineOperation({
  name: "board.end_departed_seats",
  summary: "End the running and coming seats of a person who left the organisation",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({ userId: z.uuid() }),
  output: z.strictObject({ ended: z.array(z.string()) }),
  async run({ input: { userId }, now, tx }) {
    await lockBoard(tx);
    await lockMembership(tx, userId);
    const seats = await loadSeats(tx);
    const at = await now();
    const left = seats.filter((seat) => seat.userId === userId && deriveSeatState(seat, at) === "left_organization");
    if (left.length === 0) {
      tx.unchanged();
      return { ended: [] };
    }
    for (const seat of left) {
      // An appointment that never began ends at the instant it would have begun (BRD-109).
      const endedAt = seat.termStartAt > at ? seat.termStartAt : at;
      await saveSeat(tx, seat.id, { endedAt, endReason: "Left the organisation" });
    }
    const ended = left.map((seat) => seat.reference);
    await tx.record({
      action: "board.departed_seats_ended",
      subject: { type: "person", reference: userId },
      details: { seats: ended, endedAt: at.toISOString() },
    } satisfies BoardEvent & AuditEvent);
    return { ended };
  },
});
