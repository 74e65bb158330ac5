import { defineOperation } from "../../../db/operation.ts";
import { toMemberView } from "../board-view.ts";
import { MemberList, MemberListInput } from "../schema.ts";
import { loadSeats, loadTimeZone } from "../store.ts";
import { deriveSeatState } from "../term.ts";

export const listMembers = defineOperation({
  name: "board.list_members",
  summary: "Every seat that was ever held, newest first",
  permission: "board.read",
  effect: "read",
  input: MemberListInput,
  output: MemberList,
  async run({ input, now, tx }) {
    const at = await now();
    const timeZone = await loadTimeZone(tx);
    const seats = await loadSeats(tx);
    const wanted = seats.filter(
      (seat) =>
        (input.cursor === undefined || seat.id < input.cursor) &&
        (input.state === undefined || deriveSeatState(seat, at) === input.state),
    );
    const page = wanted.slice(0, input.limit);
    const hasMore = wanted.length > page.length;
    return {
      items: page.map((seat) => toMemberView(seat, { seats, at, timeZone })),
      nextCursor: hasMore ? (page.at(-1)?.id ?? null) : null,
    };
  },
});
