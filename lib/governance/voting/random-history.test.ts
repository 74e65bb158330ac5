// Random histories of one proposal against the judges that decide every act (VOT-1 to VOT-12), beside an oracle that knows
// only counts and phases. The acts are applied as the stores apply them; random-history.integration.test.ts sends such
// histories through the operations themselves. A failing seed is printed by fast-check and becomes a named regression.
import fc from "fast-check";
import { expect, test } from "vitest";
import { assessBallot } from "./ballot.ts";
import { standardRule } from "./decision-rule.ts";
import type { Electorate } from "./electorate.ts";
import { deadlineOf, deriveProposalState, type ProposalRecord } from "./proposal-state.ts";
import { DIGEST, draftRecord, OPENED } from "./record-fixture.ts";
import { assessRecusal } from "./recusal.ts";
import { type Choice, type ProposalAct, ProposalKind, type ProposalStatus } from "./schema.ts";
import { planSettlement, toClosingResult } from "./settlement.ts";
import { countBallots } from "./tally.ts";
import { applyRecusal } from "./tally-fixture.ts";
import { assessTransition, type TransitionActor } from "./transition.ts";

const SEQUENCES = 2_000;
const COMMANDS = 40;
const SEATS = 7;

type Who = "proposer" | "admin" | "chair" | "system" | "stranger";
type Command =
  | { readonly do: "act"; readonly act: ProposalAct; readonly who: Who; readonly fails: boolean }
  | { readonly do: "cast"; readonly seat: number; readonly choice: Choice; readonly isStale: boolean }
  | { readonly do: "recuse"; readonly seat: number; readonly byChair: boolean }
  | { readonly do: "lapse"; readonly seat: number }
  | { readonly do: "wait"; readonly hours: number };

const ACTS: readonly ProposalAct[] = [
  "edit",
  "open",
  "close",
  "withdraw",
  "defer",
  "cancel",
  "execute",
  "decide_advised",
];
const anySeat = fc.nat({ max: SEATS - 1 });
const act = fc.record({
  do: fc.constant("act" as const),
  act: fc.constantFrom(...ACTS),
  who: fc.constantFrom<Who>("proposer", "admin", "chair", "system", "stranger"),
  fails: fc.boolean(),
});
const castBallot = fc.record({
  do: fc.constant("cast" as const),
  seat: anySeat,
  choice: fc.constantFrom<Choice>("yes", "yes", "no", "abstain"),
  isStale: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
});
const recuse = fc.record({ do: fc.constant("recuse" as const), seat: anySeat, byChair: fc.boolean() });
const lapse = fc.record({ do: fc.constant("lapse" as const), seat: anySeat });
const wait = fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 30 }) });
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: act, weight: 4 },
  { arbitrary: castBallot, weight: 8 },
  { arbitrary: recuse, weight: 1 },
  { arbitrary: lapse, weight: 1 },
  { arbitrary: wait, weight: 2 },
);

/** One proposal as the stores keep it. */
class Desk {
  record: ProposalRecord = draftRecord();
  /** The index that the stores write (VOT-1). */
  status: ProposalStatus = "draft";
  electorate: Electorate = {
    electors: Array.from({ length: SEATS }, (_, seat) => ({ userId: `p${seat}`, weight: 1, isChair: seat === 0 })),
    recused: [],
  };
  readonly ballots = new Map<string, Choice>();
  readonly lapsed = new Set<string>();
  now = OPENED;
  executions = 0;
  frozen: string | null = null;
  readonly rule;

  constructor(kind: ProposalKind, isAdvisory: boolean) {
    this.rule = { ...standardRule(kind), effect: isAdvisory ? ("advisory" as const) : ("binding" as const) };
  }

  get tally() {
    const ballots = [...this.ballots].map(([userId, choice]) => ({ userId, choice }));
    return countBallots({ electorate: this.electorate, ballots, lapsedUserIds: this.lapsed });
  }

  isRecused(userId: string): boolean {
    return this.electorate.recused.some((member) => member.userId === userId);
  }

  actorOf(who: Who): TransitionActor {
    const isChair = who === "chair";
    const userId = who === "system" ? null : isChair ? "p0" : who;
    const isRecused = isChair && this.isRecused("p0");
    return { userId, isSystem: who === "system", isAdmin: who === "admin", isChair, isRecused };
  }

  /** As the stores do: the act is written, and the status follows from the record as it is then. */
  act(name: ProposalAct, who: Who, fails: boolean): void {
    const { record, now, tally, rule } = this;
    const actor = this.actorOf(who);
    const facts = { act: name, record, now, actor, tally, rule, reason: "Because", decision: "approved" as const };
    if (assessTransition(facts).outcome === "refused") return;
    const wasDecided = record.closedAt !== null || record.openedAt === null;
    this.record = { ...record, ...this.changeOf(name) };
    if (name === "open") this.frozen = this.toFrozen();
    const settled = planSettlement(this.record, now, tally);
    const isNewlyDecided = settled.mayProceed && this.record.execution !== "succeeded";
    const isDeciding = name === "close" || name === "decide_advised" || name === "execute";
    if (isDeciding && isNewlyDecided) this.execute(fails);
    expect(wasDecided && name === "close", "a decided vote is not closed again").toBe(false);
    this.status = planSettlement(this.record, now, tally).status;
  }

  private changeOf(name: ProposalAct): Partial<ProposalRecord> {
    const { now, rule } = this;
    switch (name) {
      case "open":
        return { openedAt: now, deadlineAt: deadlineOf(now, 72), rule, subjectDigest: DIGEST };
      case "close":
        return { closedAt: now };
      case "withdraw":
        return { withdrawnAt: now };
      case "defer":
        return { deferredAt: now };
      case "cancel":
        return { cancelledAt: now };
      case "decide_advised":
        return { advisedDecision: "approved" };
      case "edit":
      case "execute":
        return {};
    }
  }

  private execute(fails: boolean): void {
    this.executions += fails ? 0 : 1;
    this.record = { ...this.record, execution: fails ? "failed" : "succeeded" };
  }

  cast(userId: string, choice: Choice, isStale: boolean): void {
    const place = this.isRecused(userId) ? "recused" : "elector";
    const seenDigest = isStale ? "0".repeat(64) : DIGEST;
    const hasRights = !this.lapsed.has(userId);
    const verdict = assessBallot({ record: this.record, now: this.now, place, hasRights, seenDigest });
    if (verdict.outcome === "accepted") this.ballots.set(userId, choice);
    else return;
    expect(isStale, "a stale ballot never counts").toBe(false);
    expect(this.status, "ballots only while it is open").toBe("open");
  }

  recuse(userId: string, byChair: boolean): void {
    const { electorate, record, now, tally } = this;
    const state = deriveProposalState(record, now, tally).outcome;
    const place = this.isRecused(userId) ? "recused" : "elector";
    const actor = byChair ? { userId: "p0", isChair: true } : { userId, isChair: false };
    if (assessRecusal({ userId, place, state, actor }).outcome === "refused") return;
    this.electorate = applyRecusal(electorate, { userId, basis: "own_request", reason: "Mine" });
    this.ballots.delete(userId);
  }

  /** What opening froze and nothing may change afterwards (VOT-3); recusal moves people, never weights. */
  toFrozen(): string {
    const { openedAt, deadlineAt, rule, subjectDigest } = this.record;
    const everybody = [...this.electorate.electors, ...this.electorate.recused];
    const weights = everybody.map(({ userId, weight, isChair }) => `${userId}:${weight}:${isChair}`).sort();
    return JSON.stringify({ openedAt, deadlineAt, rule, subjectDigest, weights });
  }
}

/** What must hold after every command, judged by counts and phases alone. */
function requireSound(desk: Desk, before: ProposalStatus): void {
  const { record, status, now, tally } = desk;
  const derived = deriveProposalState(record, now, tally).outcome;
  const isOverdue = status === "open" && record.deadlineAt !== null && now >= record.deadlineAt;
  if (!isOverdue) expect(status, "stored status equals derived").toBe(derived);
  const { yes, no, abstain, waiting, lapsed, entitled, recused } = tally;
  const cast = yes.voters + no.voters + abstain.voters;
  expect(cast, "one ballot a person").toBe(desk.ballots.size);
  expect(cast + waiting.voters + lapsed.voters, "everybody entitled is counted once").toBe(entitled.voters);
  expect(entitled.voters + recused.voters, "nobody is lost").toBe(SEATS);
  if (desk.frozen !== null) expect(desk.toFrozen(), "immutable after opening").toBe(desk.frozen);
  expect(desk.executions, "executed at most once").toBeLessThanOrEqual(1);
  const isWithdrawn = record.withdrawnAt !== null || record.cancelledAt !== null || record.deferredAt !== null;
  expect(isWithdrawn && record.execution === "succeeded", "never both executed and withdrawn").toBe(false);
  if (record.execution === "succeeded") {
    const isDecided = record.closedAt !== null;
    expect(isDecided, "no execution before the vote is closed").toBe(true);
    const byBoard = toClosingResult(record, tally).result.outcome === "passed";
    expect(byBoard || record.advisedDecision === "approved", "no execution before passing").toBe(true);
  }
  const FINAL: readonly ProposalStatus[] = ["executed", "withdrawn", "deferred", "cancelled"];
  if (FINAL.includes(before)) expect(status, "an ended proposal stays as it ended").toBe(before);
}

function run(desk: Desk, command: Command): void {
  switch (command.do) {
    case "act":
      desk.act(command.act, command.who, command.fails);
      return;
    case "cast":
      desk.cast(`p${command.seat}`, command.choice, command.isStale);
      return;
    case "recuse":
      desk.recuse(`p${command.seat}`, command.byChair);
      return;
    case "lapse":
      // Rights end while it is open; once closed the result is kept with the proposal.
      if (desk.status === "open") desk.lapsed.add(`p${command.seat}`);
      return;
    case "wait":
      desk.now = new Date(desk.now.getTime() + command.hours * 3_600_000);
  }
}

test("[VOT-1] [VOT-3] [VOT-4] [VOT-12] 2,000 random histories of up to 40 commands break nothing", () => {
  const reached = new Map<ProposalStatus, number>();
  fc.assert(
    fc.property(
      fc.constantFrom(...ProposalKind.options),
      fc.boolean(),
      fc.array(anyCommand, { minLength: 5, maxLength: COMMANDS, size: "max" }),
      (kind, isAdvisory, commands) => {
        const desk = new Desk(kind, isAdvisory);
        desk.act("open", "proposer", false);
        for (const command of commands) {
          const before = desk.status;
          run(desk, command);
          requireSound(desk, before);
        }
        reached.set(desk.status, (reached.get(desk.status) ?? 0) + 1);
      },
    ),
    { numRuns: SEQUENCES },
  );
  const ends: ProposalStatus[] = [
    "executed",
    "execution_failed",
    "rejected",
    "withdrawn",
    "deferred",
    "cancelled",
    "open",
  ];
  for (const status of ends) expect(reached.get(status), `some history ends ${status}`).toBeGreaterThan(0);
});
