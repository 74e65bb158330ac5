// What tests do with decisions that a chair takes alone, in the world that stands when they do it.
import type { PersonActor } from "../governance/kernel/actor.ts";
import { closeDueProposal } from "../governance/voting/operations/close-due-proposal.ts";
import { decideAsChair } from "../governance/voting/operations/decide-as-chair.ts";
import { readProposal } from "../governance/voting/operations/read-proposal.ts";
import { withdrawProposal } from "../governance/voting/operations/withdraw-proposal.ts";
import type { ChairDecisionAnswer } from "../governance/voting/view.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import { cast } from "./board-stage.ts";
import { type BoardWorld, buildModel } from "./builders.ts";
import type { TestDatabase } from "./database.ts";

export const DECIDED_AT = "2026-03-02T09:00:00.000Z";
export const BEFORE_DEADLINE = "2026-03-05T08:59:59.999Z";
export const DEADLINE = "2026-03-05T09:00:00.000Z";
export const RATIONALE = "It denied cover to forty people overnight.";
export const ORDER = {
  ...{ type: "instruct", instruction: "Call every customer back", addressee: "Claims" },
  until: "2026-03-06",
};

const CHOICES = { y: "yes", n: "no", a: "abstain" } as const;

type DecisionRow = { reference: string; outcome: string; standing: string; settles: string | null; why: string };

type Stage = () => { readonly database: TestDatabase; readonly world: BoardWorld };

export function actsOfChair(stage: Stage) {
  const decide = (
    payload: object,
    change: object = {},
    actor: PersonActor = stage().world.chair,
  ): Promise<ChairDecisionAnswer> => {
    const input = { kind: "emergency_action", title: "Stop it now", rationale: RATIONALE, payload, ...change };
    return invoke(decideAsChair, { actor, input });
  };
  const closeDue = (reference: string, organizationId = stage().world.organizationId) =>
    invoke(closeDueProposal, { actor: systemActor(organizationId, "sweep"), input: { reference } });
  const setStatus = (model: string, status: string) =>
    stage().database.query("UPDATE models SET status = $2 WHERE reference = $1", [model, status]);
  return {
    ...looksOfAuditor(stage),
    decide,
    closeDue,
    setStatus,
    suspend: (model: string, actor?: PersonActor) => decide({ type: "suspend_model", model }, {}, actor),
    modelIn: async (status: string, plan: Parameters<typeof buildModel>[1] = {}, at = stage().world) => {
      const reference = await buildModel(at, plan);
      await setStatus(reference, status);
      return reference;
    },
    /** One ballot a letter, in the order of the seats without the chair; a dash stays silent. */
    vote: async ({ proposal }: ChairDecisionAnswer, letters: string, at = stage().world) => {
      const { subjectDigest } = await invoke(readProposal, { actor: at.auditor, input: { reference: proposal } });
      const about = { reference: proposal, digest: subjectDigest ?? "" };
      for (const [index, letter] of [...letters].entries()) {
        const voter = at.voters[index + 1];
        if (voter !== undefined && letter !== "-") await cast(voter, about, CHOICES[letter as keyof typeof CHOICES]);
      }
    },
    /** The deadline comes, and the sweep with it. */
    lapse: async ({ proposal }: ChairDecisionAnswer, at = stage().world) => {
      await stage().database.setClock({ at: DEADLINE });
      return closeDue(proposal, at.organizationId);
    },
    withdraw: (reference: string, actor: PersonActor) =>
      invoke(withdrawProposal, { actor, input: { reference, reason: "The fault is found" } }),
  };
}

/** What is kept of it. */
function looksOfAuditor(stage: Stage) {
  const query = <Row extends Record<string, unknown>>(sql: string, values: unknown[]) =>
    stage().database.query<Row>(sql, values);
  return {
    statusOf: async (model: string) =>
      (
        await query<{ status: string; suspended_from: string | null }>(
          "SELECT status, suspended_from FROM models WHERE reference = $1",
          [model],
        )
      )[0],
    /** The chair's own, then the one that settled it. */
    decisionsOf: ({ decision }: ChairDecisionAnswer) =>
      query<DecisionRow>(
        `SELECT reference, outcome, standing, settles, why FROM decisions
         WHERE reference = $1 OR settles = $1 ORDER BY id`,
        [decision],
      ),
    entriesOf: (subject: string) =>
      query<{ action: string; details: Record<string, unknown> }>(
        `SELECT action, leaf::json -> 'details' AS details FROM audit_entries
         WHERE subject_reference = $1 AND action LIKE 'voting.%' ORDER BY number`,
        [subject],
      ),
    toldOf: async (proposal: string, kind: string, urgency = "%") => {
      const rows = await query<{ user_id: string }>(
        "SELECT user_id FROM notifications WHERE source_key = $1 AND urgency LIKE $2 ORDER BY user_id",
        [`${kind}:${proposal}`, urgency],
      );
      return rows.map((row) => row.user_id);
    },
  };
}
