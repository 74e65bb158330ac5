// Answers "what can only the chair move?" (DSH-12, DSH-13): each matter once, in the list where it is decided.
import type { FollowUpLine, Home, ProposalLine, ProvisionalLine } from "./schema.ts";

/** Rows shown of any list of the home page; the whole list is behind its link. */
export const SHOWN = 8;

export type OpenLine = ProposalLine & {
  /** Entitled, no ballot yet, and still able to cast one. */
  readonly waiting: number;
  readonly isInquorate: boolean;
  /** The reader stands aside from it. */
  readonly isAside: boolean;
};

function toLine({ waiting: _waiting, isInquorate: _isInquorate, isAside: _isAside, ...line }: OpenLine): ProposalLine {
  return line;
}

export function toListing(lines: readonly OpenLine[]): { total: number; items: ProposalLine[] } {
  return { total: lines.length, items: lines.slice(0, SHOWN).map(toLine) };
}

export function toProvisional(lines: readonly ProvisionalLine[]): { total: number; items: ProvisionalLine[] } {
  return { total: lines.length, items: lines.slice(0, SHOWN) };
}

/** Inquorate beats ready to close: closing it decides nothing. Nobody entitled means inquorate, never ready. */
export function toChairQueue(
  open: readonly OpenLine[],
  awaitingDecision: readonly OpenLine[],
  overdue: { readonly total: number; readonly items: readonly FollowUpLine[] },
  renewals: NonNullable<Home["chair"]>["renewals"],
  provisional: readonly ProvisionalLine[] = [],
): NonNullable<Home["chair"]> {
  const quorate = open.filter((line) => !line.isInquorate);
  return {
    awaitingDecision: toListing(awaitingDecision),
    readyToClose: toListing(quorate.filter((line) => !line.isAside && line.entitled > 0 && line.waiting === 0)),
    inquorate: toListing(open.filter((line) => line.isInquorate)),
    renewals,
    notReversed: toProvisional(provisional.filter((line) => line.isStuck)),
    overdueFollowUps: { total: overdue.total, items: [...overdue.items] },
  };
}
