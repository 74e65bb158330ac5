// Answers "which seats are empty, which of them must be filled, and who is to come?" (BRD-1).
import { ROLE_ORDER } from "./board-role.ts";
import type { BoardRole } from "./schema.ts";
import { deriveSeatState, isInOffice, type Seat } from "./term.ts";

export type Vacancy = {
  readonly role: BoardRole;
  readonly isRequired: boolean;
  /** When somebody already appointed takes the seat; null when nobody is. */
  readonly successorStartsAt: Date | null;
};

/** Roles that nobody holds now, the required ones first, each in the order of the table. */
export function deriveVacancies(
  seats: readonly Seat[],
  requiredRoles: readonly BoardRole[],
  at: Date,
): readonly Vacancy[] {
  const vacant = ROLE_ORDER.filter((role) => !seats.some((seat) => seat.role === role && isInOffice(seat, at)));
  const vacancies = vacant.map((role) => ({
    role,
    isRequired: requiredRoles.includes(role),
    successorStartsAt: firstStart(seats, role, at),
  }));
  return [...vacancies.filter((each) => each.isRequired), ...vacancies.filter((each) => !each.isRequired)];
}

function firstStart(seats: readonly Seat[], role: BoardRole, at: Date): Date | null {
  const starts = seats
    .filter((seat) => seat.role === role && deriveSeatState(seat, at) === "scheduled")
    .map((seat) => seat.termStartAt)
    .sort((a, b) => a.getTime() - b.getTime());
  return starts[0] ?? null;
}
