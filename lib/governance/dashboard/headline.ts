// Answers "what is this person's day about?" (DSH-3): the reasons to act, the most pressing first; the screen makes the
// first one its sentence. When nothing is asked it says that, in the words of the person's part.
import type { Reason } from "../kernel/verdict.ts";

export type HeadlineFacts = {
  readonly votes: { readonly total: number; readonly nextDeadlineAt: string | null };
  /** Matters that only the chair can move; null for everybody else. */
  readonly chairMatters: number | null;
  /** High and critical ones that nobody answers for; null for everybody but the chair. */
  readonly escalations: number | null;
  /** Alleged conflicts of interest that wait for this person's ruling. */
  readonly rulings: number;
  readonly owner: { readonly total: number; readonly asked: number } | null;
  readonly overdueFollowUps: number;
  /** null for everybody but admins. */
  readonly setUp: number | null;
  /** Entries on record; null for everybody but auditors. */
  readonly entries: number | null;
  readonly models: number;
  readonly openProposals: number;
};

export type HeadlineCode =
  | "dashboard.escalations_need_you"
  | "dashboard.votes_need_you"
  | "dashboard.chair_must_act"
  | "dashboard.rulings_need_you"
  | "dashboard.models_ask_you"
  | "dashboard.follow_ups_overdue"
  | "dashboard.set_up_missing"
  | "dashboard.no_models"
  | "dashboard.record_stands"
  | "dashboard.votes_run_without_you"
  | "dashboard.all_quiet";

export function deriveHeadline(facts: HeadlineFacts): Reason<HeadlineCode>[] {
  const pressing = toPressing(facts);
  return pressing.length > 0 ? pressing : [toCalm(facts)];
}

function toPressing(facts: HeadlineFacts): Reason<HeadlineCode>[] {
  const { votes, chairMatters, owner, overdueFollowUps, setUp } = facts;
  const reasons: (Reason<HeadlineCode> | null)[] = [
    counted("dashboard.escalations_need_you", facts.escalations ?? 0),
    counted("dashboard.chair_must_act", chairMatters ?? 0),
    counted("dashboard.rulings_need_you", facts.rulings),
    votes.total > 0 ? { code: "dashboard.votes_need_you", facts: { ...votes } } : null,
    counted("dashboard.models_ask_you", owner?.asked ?? 0),
    counted("dashboard.follow_ups_overdue", overdueFollowUps),
    facts.models === 0 ? { code: "dashboard.no_models", facts: {} } : counted("dashboard.set_up_missing", setUp ?? 0),
  ];
  return reasons.filter((reason) => reason !== null);
}

function counted(code: HeadlineCode, total: number): Reason<HeadlineCode> | null {
  return total > 0 ? { code, facts: { total } } : null;
}

function toCalm({ entries, openProposals }: HeadlineFacts): Reason<HeadlineCode> {
  if (entries !== null) return { code: "dashboard.record_stands", facts: { total: entries } };
  if (openProposals > 0) return { code: "dashboard.votes_run_without_you", facts: { total: openProposals } };
  return { code: "dashboard.all_quiet", facts: {} };
}
