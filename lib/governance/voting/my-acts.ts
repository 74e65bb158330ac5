// Answers "what may this reader do with this proposal now and, if not, why?" from the verdicts that judge the acts themselves.
import { type Actor, assessPermission, hasRole } from "../kernel/actor.ts";
import type { Permission } from "../kernel/permission.ts";
import type { Reason } from "../kernel/verdict.ts";
import { assessBallot } from "./ballot.ts";
import type { ProposalRecord } from "./proposal-state.ts";
import type { ActView, MyView } from "./proposal-view.ts";
import { assessRecusal } from "./recusal.ts";
import { refuseFor } from "./refusals.ts";
import { type Roll, toElectorate } from "./roll.ts";
import type { DecisionRule, ProposalAct, Tally } from "./schema.ts";
import type { Standing } from "./standing.ts";
import { assessTransition, type TransitionActor } from "./transition.ts";

export type MyFacts = {
  readonly reference: string;
  readonly record: ProposalRecord;
  readonly standing: Standing;
  readonly roll: Roll;
  readonly actor: Actor;
  readonly transitionActor: TransitionActor;
  readonly at: Date;
  /** For a draft: what opening would freeze. */
  readonly planned: { readonly rule: DecisionRule; readonly tally: Tally } | null;
};

/** Given where a verdict asks for one: whether the person has written it yet is the form's question. */
const SOME_REASON = "-";

type Judged = { readonly outcome: string; readonly reasons: readonly Reason[] };

export function listMyActs(facts: MyFacts): MyView["acts"] {
  const { actor } = facts;
  const userId = actor.kind === "person" ? actor.userId : "";
  const may = (permission: Permission, judge: () => Judged) => toActView(facts, permission, judge);
  const transition = (act: ProposalAct) => () => judgeTransition(facts, act);
  return {
    vote: may("voting.vote", () => judgeBallot(facts, userId)),
    recuse: may("voting.recuse", () => judgeRecusal(facts, userId)),
    open: may("voting.open", transition("open")),
    close: may("voting.close", transition("close")),
    defer: may("voting.defer", transition("defer")),
    withdraw: may("voting.withdraw", transition("withdraw")),
    execute: may("voting.execute", transition("execute")),
    decideAdvised: may("voting.decide_advised", transition("decide_advised")),
    ruleOnConflict: may("voting.recuse", () => judgeRuling(facts)),
  };
}

function toActView(facts: MyFacts, permission: Permission, judge: () => Judged): ActView {
  const permitted = assessPermission(facts.actor, { permission, effect: "write" });
  if (permitted.outcome === "denied") {
    return { isAllowed: false, code: permitted.reasons[0]?.code ?? "", why: "Your roles do not include this" };
  }
  const { outcome, reasons } = judge();
  const [reason] = reasons;
  const code = reason?.code ?? "";
  if (outcome !== "refused") return { isAllowed: true, code, why: null };
  return { isAllowed: false, code, why: refuseFor(reason, facts.reference).detail };
}

function judgeBallot({ record, standing, roll, at }: MyFacts, userId: string): Judged {
  const hasRights = roll.find((entry) => entry.userId === userId)?.hasRights === true;
  const place = record.openedAt === null ? "elector" : standing.place;
  return assessBallot({ record, now: at, place, hasRights, seenDigest: record.subjectDigest ?? "" });
}

function judgeRecusal({ roll, standing }: MyFacts, userId: string): Judged {
  const actor = { userId, isChair: false };
  return assessRecusal({ electorate: toElectorate(roll), userId, state: standing.state, actor });
}

/** A chair who does not stand aside, while the vote is open and somebody else is on the roll. */
function judgeRuling({ actor, standing, roll, transitionActor }: MyFacts): Judged {
  const refused = (code: string, facts: Reason["facts"] = {}) => ({ outcome: "refused", reasons: [{ code, facts }] });
  if (!hasRole(actor, "chair")) return refused("voting.not_chair");
  if (transitionActor.isRecused) return refused("voting.chair_recused");
  if (standing.state !== "open") return refused("voting.not_open", { state: standing.state });
  const others = roll.filter((entry) => entry.recusal === null && entry.userId !== userIdOf(actor));
  return others.length === 0 ? refused("voting.not_an_elector") : { outcome: "allowed", reasons: [] };
}

function userIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.userId : null;
}

function judgeTransition(facts: MyFacts, act: ProposalAct): Judged {
  const { record, at, standing, planned } = facts;
  return assessTransition({
    act,
    record,
    now: at,
    actor: facts.transitionActor,
    tally: planned?.tally ?? standing.countedTally,
    rule: planned?.rule,
    reason: SOME_REASON,
    decision: "approved",
  });
}
