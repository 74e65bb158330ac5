import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { toConflictView, toMemberView, toRoleView } from "../board-view.ts";
import { dateAt } from "../calendar-date.ts";
import { MemberDetailView, ReadMemberInput } from "../schema.ts";
import { findSeat, loadCharterInForce, loadConflicts, loadOwnedModels, loadSeats, loadTimeZone } from "../store.ts";

export const readMember = defineOperation({
  name: "board.read_member",
  summary: "One seat: its holder, term, requirements, declared conflicts and own models",
  permission: "board.read",
  effect: "read",
  input: ReadMemberInput,
  output: MemberDetailView,
  async run({ input, now, tx }) {
    const seat = await findSeat(tx, input.reference);
    if (seat === null) throw refuse("kernel.not_found", { subject: "board seat", reference: input.reference });
    const at = await now();
    const timeZone = await loadTimeZone(tx);
    const { content } = await loadCharterInForce(tx, at);
    return {
      member: toMemberView(seat, { seats: await loadSeats(tx), at, timeZone }),
      role: toRoleView(seat.role, content.membership.requiredRoles),
      conflicts: (await loadConflicts(tx, seat.userId)).map(toConflictView),
      ownedModels: await loadOwnedModels(tx, seat.userId),
      today: dateAt(at, timeZone),
    };
  },
});
