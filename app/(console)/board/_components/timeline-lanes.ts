// Answers "which bars does the timeline of terms have?": one lane for each person in a role, renewed terms one after the
// other in it, and those who held the role before them.
import type { RotationView } from "@/lib/governance/board/rotation-view";
import type { BoardRole, MemberView } from "@/lib/governance/board/schema";

export type Segment = {
  reference: string;
  from: number;
  to: number;
  kind: "past" | "held" | "coming";
  /** Continues the one before it. */
  isRenewal: boolean;
};
export type Lane = { key: string; name: string; role: BoardRole; segments: readonly Segment[] };

function toSegment(seat: MemberView): Segment {
  const isOver = seat.endedAt !== null && seat.endedAt < seat.termEndAt;
  return {
    reference: seat.reference,
    from: Date.parse(seat.termStartAt),
    to: Date.parse(isOver && seat.endedAt !== null ? seat.endedAt : seat.termEndAt),
    kind: seat.state === "in_office" ? "held" : seat.state === "scheduled" ? "coming" : "past",
    isRenewal: seat.renews !== null,
  };
}

/**
 * `current` in the order of the board. Of `former` seats those are shown that were held and ended after the first of the
 * current terms began: who handed over to whom.
 */
export function toLanes(current: readonly MemberView[], former: readonly MemberView[]): Lane[] {
  const first = Math.min(...current.map((seat) => Date.parse(seat.termStartAt)));
  const roles = [...new Set(current.map((seat) => seat.role))];
  const handed = former.filter((seat) => {
    const { from, to } = toSegment(seat);
    return to > from && to >= first;
  });
  const lanes = Map.groupBy([...handed, ...current], (seat) => `${seat.role} ${seat.userId}`);
  const rank = (role: BoardRole) => (roles.includes(role) ? roles.indexOf(role) : roles.length);
  return [...lanes]
    .map(([key, seats]) => ({
      key,
      name: seats[0]?.name ?? "",
      role: seats[0]?.role ?? "chair",
      segments: seats.map(toSegment).toSorted((a, b) => a.from - b.from),
    }))
    .toSorted((a, b) => rank(a.role) - rank(b.role) || (a.segments[0]?.from ?? 0) - (b.segments[0]?.from ?? 0));
}

export type Span = { from: number; to: number };

/** Whole years around every term and today, so that the year lines stand at the ends too. */
export function spanOf(lanes: readonly Lane[], at: number): Span {
  const instants = lanes.flatMap((lane) => lane.segments.flatMap((segment) => [segment.from, segment.to]));
  const first = new Date(Math.min(at, ...instants)).getUTCFullYear();
  const last = new Date(Math.max(at, ...instants)).getUTCFullYear();
  return { from: Date.UTC(first, 0, 1), to: Date.UTC(last + 1, 0, 1) };
}

/** Per cent from the left. */
export function place(instant: number, { from, to }: Span): number {
  return ((instant - from) / (to - from)) * 100;
}

/** "Q4 2027" as a stretch of the picture. */
export function toQuarterSpan(quarter: string): Span {
  const [, number = "1", year = "1970"] = /^Q(\d) (\d+)$/u.exec(quarter) ?? [];
  const month = (Number(number) - 1) * 3;
  return { from: Date.UTC(Number(year), month, 1), to: Date.UTC(Number(year), month + 3, 1) };
}

/** Whom the plan names first for each role, of those who could go on. */
export function toFirstNamed(roles: RotationView["roles"]): ReadonlyMap<BoardRole, string> {
  return new Map(
    roles.flatMap(({ role, candidates }) => {
      const first = candidates.find(({ outcome }) => outcome === "suitable" || outcome === "to_settle");
      return first === undefined ? [] : [[role, first.name] as const];
    }),
  );
}

/** Nobody is in office in this lane, or somebody else is appointed to the role: what was planned for it is done. */
export function isFollowed(lane: Lane, lanes: readonly Lane[]): boolean {
  const isHeld = lane.segments.some((segment) => segment.kind === "held");
  const isComing = (other: Lane) => other.segments.every((segment) => segment.kind === "coming");
  return !isHeld || lanes.some((other) => other.role === lane.role && other !== lane && isComing(other));
}
