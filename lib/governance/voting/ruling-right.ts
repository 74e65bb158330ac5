// Answers "who rules on what is alleged of a member?" (BRD-5, BRD-173): the chair; where the chair is alleged, alleges or is
// conflicted in the matter, a member who is none of that, by seat in a fixed order and by time in it. Nobody else.
import type { BoardRole } from "../board/schema.ts";
import type { Reason, Verdict } from "../kernel/verdict.ts";

/** A voting seat in office. */
export type RulingSeat = {
  readonly userId: string;
  readonly name: string;
  readonly role: BoardRole;
  readonly termStartAt: Date;
  /** False in quarantine: such a person changes nothing (ORG-4). */
  readonly canAct: boolean;
};

export type RulingFacts = {
  readonly seats: readonly RulingSeat[];
  readonly allegedUserId: string;
  readonly allegedBy: string;
  /** Who has a conflict of interest in the same matter, or stands aside from it. */
  readonly conflictedUserIds: ReadonlySet<string>;
};

type RulingRightCode =
  | "voting.chair_rules"
  | "voting.deputy_rules"
  | "voting.nobody_rules"
  | "voting.ruler_seat_vacant"
  | "voting.ruler_is_alleged"
  | "voting.ruler_alleged_it"
  | "voting.ruler_conflicted"
  | "voting.ruler_cannot_act";

/** First who rules, then why those before in the order do not. */
export type RulingRight = Verdict<"chair" | "deputy" | "nobody", RulingRightCode> & {
  readonly ruler: RulingSeat | null;
};

/** Seats without which a board does not work, the chair first (BRD-1). */
const RULING_ORDER: readonly BoardRole[] = ["chair", "technical_lead", "risk_officer", "ethics_representative"];

export function deriveRulingRight(facts: RulingFacts): RulingRight {
  const passedOver: Reason<RulingRightCode>[] = [];
  for (const role of RULING_ORDER) {
    const holders = facts.seats
      .filter((seat) => seat.role === role)
      .toSorted((a, b) => a.termStartAt.getTime() - b.termStartAt.getTime() || (a.userId < b.userId ? -1 : 1));
    if (holders.length === 0) passedOver.push({ code: "voting.ruler_seat_vacant", facts: { role } });
    for (const ruler of holders) {
      const objection = findObjection(ruler, facts);
      if (objection === null) return toRight(ruler, passedOver);
      passedOver.push({ code: objection, facts: { role, name: ruler.name } });
    }
  }
  return { outcome: "nobody", ruler: null, reasons: [{ code: "voting.nobody_rules", facts: {} }, ...passedOver] };
}

function findObjection(seat: RulingSeat, facts: RulingFacts): RulingRightCode | null {
  if (seat.userId === facts.allegedUserId) return "voting.ruler_is_alleged";
  if (seat.userId === facts.allegedBy) return "voting.ruler_alleged_it";
  if (facts.conflictedUserIds.has(seat.userId)) return "voting.ruler_conflicted";
  return seat.canAct ? null : "voting.ruler_cannot_act";
}

function toRight(ruler: RulingSeat, passedOver: readonly Reason<RulingRightCode>[]): RulingRight {
  const isChair = ruler.role === "chair";
  const code = isChair ? "voting.chair_rules" : "voting.deputy_rules";
  const facts = { role: ruler.role, name: ruler.name };
  return { outcome: isChair ? "chair" : "deputy", ruler, reasons: [{ code, facts }, ...passedOver] };
}
