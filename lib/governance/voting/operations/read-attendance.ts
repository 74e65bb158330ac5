import { defineOperation } from "../../../db/operation.ts";
import { AttendanceView, toMemberAttendance } from "../attendance.ts";
import { loadAttendance } from "../attendance-store.ts";
import { NoInput } from "../request.ts";

export const readAttendance = defineOperation({
  name: "voting.read_attendance",
  summary: "How often each member of the board took part in votes that ended, and who missed three in a row",
  permission: "voting.attendance.read",
  effect: "read",
  input: NoInput,
  output: AttendanceView,
  async run({ now, tx }) {
    return { members: (await loadAttendance(tx, await now())).map(toMemberAttendance) };
  },
});
