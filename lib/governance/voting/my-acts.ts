// Answers "what may this reader do with this proposal now and, if not, why?" from the verdicts that judge the acts themselves.
import { type Actor, assessPermission, hasRole } from "../kernel/actor.ts";
import type { Permission } from "../kernel/permission.ts";
import type { Reason } from "../kernel/verdict.ts";
import { assessBallot } from "./ballot.ts";
import type { ProposalRecord } from "./proposal-state.ts";
import type { ActView, MyView } from "./proposal-view.ts";
import { assessRecusal } from "./recusal.ts";
import { refuseFor } from "./refusals.ts";
import type { OwnPlace } from "./roll.ts";
import type { DecisionRule, ProposalAct, Tally } from "./schema.ts";
import type { Standing } from "./standing.ts";
import { assessTransition, type TransitionActor } from "./transition.ts";

export type MyFacts = {
  readonly reference: string;
  readonly record: ProposalRecord;
  readonly standing: Standing;
  readonly own: OwnPlace;
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
    vote: may("voting.vote", () => judgeBallot(facts)),
    recuse: may("voting.recuse", () => judgeRecusal(facts, userId)),
    edit: may("voting.edit_draft", transition("edit")),
    open: may("voting.open", transition("open")),
    close: may("voting.close", transition("close")),
    defer: may("voting.defer", transition("defer")),
    withdraw: may("voting.withdraw", transition("withdraw")),
    cancel: may("voting.cancel", transition("cancel")),
    execute: may("voting.execute", transition("execute")),
    decideAdvised: may("voting.decide_advised", transition("decide_advised")),
    ruleOnConflict: may("voting.recuse", () => judgeRuling(facts)),
    allegeConflict: may("board.allege_conflict", () => judgeAlleging(facts)),
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

function judgeBallot({ record, standing, own, at }: MyFacts): Judged {
  const place = record.openedAt === null ? "elector" : standing.place;
  return assessBallot({ record, now: at, place, hasRights: own.hasRights, seenDigest: record.subjectDigest ?? "" });
}

function judgeRecusal({ standing }: MyFacts, userId: string): Judged {
  const actor = { userId, isChair: false };
  return assessRecusal({ userId, place: standing.place, state: standing.state, actor });
}

/** A chair who does not stand aside, while the vote is open and somebody else is on the roll. */
function judgeRuling({ actor, standing, transitionActor }: MyFacts): Judged {
  const refused = (code: string, facts: Reason["facts"] = {}) => ({ outcome: "refused", reasons: [{ code, facts }] });
  if (!hasRole(actor, "chair")) return refused("voting.not_chair");
  if (transitionActor.isRecused) return refused("voting.chair_recused");
  if (standing.state !== "open") return refused("voting.not_open", { state: standing.state });
  return countOthers(standing) === 0 ? refused("voting.not_an_elector") : { outcome: "allowed", reasons: [] };
}

/** While the vote runs and somebody else is on the roll. */
function judgeAlleging({ standing }: MyFacts): Judged {
  const refused = (code: string, facts: Reason["facts"] = {}) => ({ outcome: "refused", reasons: [{ code, facts }] });
  if (standing.state !== "open") return refused("voting.not_open", { state: standing.state });
  return countOthers(standing) === 0 ? refused("voting.not_an_elector") : { outcome: "allowed", reasons: [] };
}

/** Besides the reader. */
function countOthers({ countedTally, place }: Standing): number {
  return (countedTally?.entitled.voters ?? 0) - (place === "elector" ? 1 : 0);
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
