// Random histories through the operations on PostgreSQL (VOT-1 to VOT-12): whatever is asked in whatever order, the stored
// status is the derived one, what opening froze stays, and a decision exists exactly when the vote has ended.
import fc from "fast-check";
import { expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, type OpenVote, openVote } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { Refusal } from "../kernel/refusal.ts";
import { cancelProposal } from "./operations/cancel-proposal.ts";
import { closeDueProposal } from "./operations/close-due-proposal.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { decideAdvised } from "./operations/decide-advised.ts";
import { deferProposal } from "./operations/defer-proposal.ts";
import { editDraft } from "./operations/edit-draft.ts";
import { executeProposal } from "./operations/execute-proposal.ts";
import { openProposal } from "./operations/open-proposal.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { recuseMember } from "./operations/recuse-member.ts";
import { withdrawProposal } from "./operations/withdraw-proposal.ts";
import type { Choice } from "./schema.ts";

const START = "2026-03-02T09:00:00.000Z";
const HISTORIES = 24;
const COMMANDS = 40;
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

type Act = (vote: OpenVote, by: PersonActor) => Promise<unknown>;
const withReason = ({ reference }: OpenVote) => ({ reference, reason: "Because" });
const ACTS: Readonly<Record<string, Act>> = {
  open: ({ reference }, actor) => invoke(openProposal, { actor, input: { reference } }),
  close: ({ reference }, actor) => invoke(closeProposal, { actor, input: { reference } }),
  withdraw: (vote, actor) => invoke(withdrawProposal, { actor, input: withReason(vote) }),
  cancel: (vote, actor) => invoke(cancelProposal, { actor, input: withReason(vote) }),
  edit: ({ reference }, actor) => invoke(editDraft, { actor, input: { reference, title: "Another title" } }),
  defer: (vote, actor) => invoke(deferProposal, { actor, input: withReason(vote) }),
  execute: ({ reference }, actor) => invoke(executeProposal, { actor, input: { reference } }),
  decide: (vote, actor) => invoke(decideAdvised, { actor, input: { ...withReason(vote), decision: "approved" } }),
  recuse: (vote, actor) => invoke(recuseMember, { actor, input: withReason(vote) }),
  sweep: ({ reference }) =>
    invoke(closeDueProposal, { actor: systemActor(world.organizationId, "sweep"), input: { reference } }),
};

const anyCommand = fc.oneof(
  { arbitrary: fc.record({ act: fc.constantFrom("withdraw", "defer", "cancel"), by: fc.nat({ max: 8 }) }), weight: 1 },
  {
    arbitrary: fc.record({
      act: fc.constantFrom("edit", "open", "close", "execute", "decide", "recuse", "sweep", "sweep"),
      by: fc.nat({ max: 8 }),
    }),
    weight: 5,
  },
  {
    arbitrary: fc.record({ choice: fc.constantFrom<Choice>("yes", "yes", "no", "abstain"), by: fc.nat({ max: 8 }) }),
    weight: 12,
  },
  { arbitrary: fc.record({ hours: fc.integer({ min: 1, max: 40 }) }), weight: 2 },
);
const anyHistory = fc.record({
  tier: fc.constantFrom("tier_2_medium" as const, "tier_3_high" as const),
  commands: fc.array(anyCommand, { minLength: 10, maxLength: COMMANDS, size: "max" }),
});

type Row = {
  status: string;
  frozen: string;
  ballots: number;
  voters: number;
  decisions: number;
  locked: boolean;
  executed: boolean;
  act: string | null;
  is_awaiting: boolean;
};

async function look({ reference }: OpenVote): Promise<Row> {
  const [row] = await database.query<Row>(
    `SELECT p.status, concat_ws('|', p.rule, p.opened_at, p.deadline_at, p.subject_digest, p.charter_version,
        (SELECT string_agg(e.user_id || ':' || e.weight, ',' ORDER BY e.user_id) FROM electors e
          WHERE e.proposal_id = p.id)) AS frozen,
      (SELECT count(*)::int FROM ballots b WHERE b.proposal_id = p.id) AS ballots,
      (SELECT count(DISTINCT b.voter_user_id)::int FROM ballots b WHERE b.proposal_id = p.id) AS voters,
      (SELECT count(*)::int FROM decisions d WHERE d.proposal_id = p.id) AS decisions,
      m.locked_by_proposal IS NOT NULL AS locked, p.executed_at IS NOT NULL AS executed, p.act,
      p.closed_at IS NOT NULL AND p.outcome IS NULL AS is_awaiting
    FROM proposals p JOIN models m ON m.id = p.model_id WHERE p.reference = $1`,
    [reference],
  );
  if (row === undefined) throw new Error(`${reference} is gone`);
  return row;
}

/** Refusals are answers; anything else is a defect. */
async function attempt(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function requireSound(vote: OpenVote, before: Row): Promise<Row> {
  const row = await look(vote);
  const seen = await invoke(readProposal, { actor: world.auditor, input: { reference: vote.reference } });
  const isLagging = row.status === "open" && seen.state !== "open";
  if (!isLagging) expect(row.status, "stored status equals derived").toBe(seen.state);
  expect(row.frozen, "immutable after opening").toBe(before.frozen);
  expect(row.voters, "one ballot a person").toBe(row.ballots);
  const hasEnded = row.status !== "open" && !row.is_awaiting;
  expect(row.decisions, "a decision exactly when it has ended").toBe(hasEnded ? 1 : 0);
  expect(row.locked, "the model is locked exactly while it is undecided").toBe(!hasEnded);
  expect(row.executed && row.act !== null, "never both executed and withdrawn").toBe(false);
  expect(row.executed, "executed exactly when the status says so").toBe(row.status === "executed");
  if (before.decisions === 1) expect(row, "an ended vote stays as it ended").toEqual(before);
  return row;
}

test("[VOT-1] [VOT-4] [VOT-12] [VOT-121] random histories through the operations break nothing", async () => {
  const people = () => [...world.voters, world.admin, world.owner];
  let sequence = 0;
  const ends = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyHistory, async ({ tier, commands }) => {
      await database.setClock({ at: START });
      sequence += 1;
      const vote = await openVote(world, { name: `History ${sequence}`, tier });
      let now = Date.parse(START);
      let row = await look(vote);
      for (const command of commands) {
        if ("hours" in command) {
          now += command.hours * 3_600_000;
          await database.setClock({ at: new Date(now) });
        } else {
          const by = people()[command.by];
          if (by === undefined) throw new Error("There are nine of them");
          await attempt(() =>
            "choice" in command
              ? cast(by, vote, command.choice)
              : (ACTS[command.act]?.(vote, by) ?? Promise.reject(new Error(command.act))),
          );
        }
        row = await requireSound(vote, row);
      }
      ends.add(row.status);
    }),
    { numRuns: HISTORIES, endOnFailure: true },
  );
  expect(ends.size, "histories that end in different ways").toBeGreaterThanOrEqual(3);
}, 120_000);
