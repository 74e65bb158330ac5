// Gathers alleged conflicts as a reader sees them (BRD-170, BRD-174): names, who rules now, which votes it touches, and what
// the reader may do.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { type Actor, assessPermission } from "../kernel/actor.ts";
import type { Permission } from "../kernel/permission.ts";
import type { Verdict } from "../kernel/verdict.ts";
import { loadPeople } from "../registry/owner-store.ts";
import { assessAnswer, assessRuling } from "./allegation.ts";
import { refuseAllegation } from "./allegation-refusals.ts";
import type { StoredAllegation } from "./allegation-store.ts";
import type { AllegationView } from "./allegation-view.ts";
import type { ActView } from "./proposal-view.ts";
import { findTouchedVotes } from "./recusal-store.ts";
import type { RulingRight } from "./ruling-right.ts";
import { loadBench, loadRulingRight } from "./ruling-store.ts";

type Reader = { readonly actor: Actor; readonly at: Date };
type PersonOf = Awaited<ReturnType<typeof loadPeople>>;

export async function loadAllegationViews(
  tx: UnitOfWork,
  allegations: readonly StoredAllegation[],
  { actor, at }: Reader,
): Promise<AllegationView[]> {
  if (allegations.length === 0) return [];
  const bench = await loadBench(tx, at);
  const personOf = await loadPeople(
    tx,
    allegations.flatMap((each) => [each.allegedBy, each.ruledBy]),
  );
  const views: AllegationView[] = [];
  for (const allegation of allegations) {
    const isPending = allegation.ruling === null;
    const right = await loadRulingRight(tx, allegation, bench);
    const touches = isPending ? await findTouchedVotes(tx, allegation.userId, allegation) : [];
    views.push({
      ...toWords(allegation, personOf),
      ruling: toRuling(allegation, personOf),
      ruler: isPending ? toRuler(right) : null,
      rulerReasons: isPending ? [...right.reasons] : [],
      touches,
      mine: toMine(allegation, right, actor),
    });
  }
  return views;
}

function toWords(allegation: StoredAllegation, personOf: PersonOf) {
  const { reference, userId, memberName, seatReference, kind, target, targetName, reason, evidence } = allegation;
  const { answer, answeredAt } = allegation;
  return {
    ...{ reference, kind, target, targetName, reason, evidence },
    member: { id: userId, name: memberName },
    seat: seatReference,
    allegedBy: personOf(allegation.allegedBy),
    allegedAt: allegation.allegedAt.toISOString(),
    answer: answer === null || answeredAt === null ? null : { statement: answer, answeredAt: answeredAt.toISOString() },
  };
}

function toRuling(allegation: StoredAllegation, personOf: PersonOf): AllegationView["ruling"] {
  const { ruling: outcome, rulingReason: reason, ruledBy, ruledAs, ruledAt, conflictId, recusedFrom } = allegation;
  if (outcome === null || reason === null || ruledBy === null || ruledAs === null || ruledAt === null) return null;
  return {
    ...{ outcome, reason, by: personOf(ruledBy), as: ruledAs, ruledAt: ruledAt.toISOString() },
    recusedFrom: [...recusedFrom],
    isOnRecord: conflictId !== null,
  };
}

function toRuler({ ruler }: RulingRight): AllegationView["ruler"] {
  return ruler === null ? null : { id: ruler.userId, name: ruler.name, role: ruler.role };
}

function toMine(allegation: StoredAllegation, right: RulingRight, actor: Actor): AllegationView["mine"] {
  const userId = actor.kind === "person" ? actor.userId : "";
  const { reference } = allegation;
  const act = (permission: Permission, verdict: Verdict) => toActView(actor, permission, verdict, reference);
  return {
    answer: act("board.answer_allegation", assessAnswer(allegation, userId)),
    rule: act("board.rule_on_conflict", assessRuling(allegation, right, userId)),
  };
}

function toActView(actor: Actor, permission: Permission, verdict: Verdict, reference: string): ActView {
  const permitted = assessPermission(actor, { permission, effect: "write" });
  if (permitted.outcome === "denied") {
    return { isAllowed: false, code: permitted.reasons[0]?.code ?? "", why: "Your roles do not include this" };
  }
  const [reason] = verdict.reasons;
  const code = reason?.code ?? "";
  if (verdict.outcome === "allowed") return { isAllowed: true, code, why: null };
  return { isAllowed: false, code, why: refuseAllegation(reason, reference).detail };
}
