import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { toBoardView } from "../board-view.ts";
import { dateAt } from "../calendar-date.ts";
import { BoardView } from "../schema.ts";
import { loadCharterInForce, loadConflicts, loadSeats, loadTimeZone } from "../store.ts";

export const readBoard = defineOperation({
  name: "board.read_board",
  summary: "The board now: members, vacancies, quorum capability, terms that end soon, declared conflicts",
  permission: "board.read",
  effect: "read",
  input: z.strictObject({}),
  output: BoardView,
  async run({ now, tx }) {
    const at = await now();
    const timeZone = await loadTimeZone(tx);
    const { content } = await loadCharterInForce(tx, at);
    return toBoardView({
      at,
      timeZone,
      today: dateAt(at, timeZone),
      members: await loadSeats(tx),
      conflicts: await loadConflicts(tx),
      requiredRoles: content.membership.requiredRoles,
      quorum: content.quorum,
    });
  },
});
