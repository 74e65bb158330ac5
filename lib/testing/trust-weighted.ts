// Decisions of all members for tests: members of every trust, and a proposal brought from its form to its end.
import type { PersonActor } from "../governance/kernel/actor.ts";
import type { TrustLevel } from "../governance/kernel/permission.ts";
import { castBallot } from "../governance/voting/operations/cast-ballot.ts";
import { closeDueProposal } from "../governance/voting/operations/close-due-proposal.ts";
import { createProposal } from "../governance/voting/operations/create-proposal.ts";
import { readProposal } from "../governance/voting/operations/read-proposal.ts";
import type { TrustWeightedKind } from "../governance/voting/schema.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import type { BoardWorld } from "./builders.ts";
import type { TestDatabase } from "./database.ts";
import { currentPerson } from "./identity-world.ts";

/** Sets somebody's trust behind the application's back; answers them as a door would find them then. */
export async function trust(database: TestDatabase, person: PersonActor, level: TrustLevel): Promise<PersonActor> {
  const { organizationId, userId } = person;
  await database.query("UPDATE memberships SET trust_level = $3 WHERE organization_id = $1 AND user_id = $2", [
    organizationId,
    userId,
    level,
  ]);
  return currentPerson(organizationId, userId);
}

export function propose(
  actor: PersonActor,
  kind: TrustWeightedKind,
  payload: Record<string, unknown>,
  change: { readonly isDraft?: boolean; readonly votingHours?: number; readonly conditions?: { text: string }[] } = {},
) {
  const input = { kind, title: "For all members", description: "Why it is asked", payload, isDraft: false, ...change };
  return invoke(createProposal, { actor, input });
}

/** Everybody named votes yes; whoever stands aside is not to be named. */
export async function allSayYes(reference: string, voters: readonly PersonActor[]): Promise<void> {
  for (const actor of voters) {
    const { subjectDigest } = await invoke(readProposal, { actor, input: { reference } });
    const ballot = { reference, choice: "yes" as const, subjectDigest: subjectDigest ?? "" };
    await invoke(castBallot, { actor, input: ballot });
  }
}

/** At the deadline, as the sweep does it. */
export async function closeAtDeadline(database: TestDatabase, world: BoardWorld, reference: string) {
  const [row] = await database.query<{ deadline_at: Date }>("SELECT deadline_at FROM proposals WHERE reference = $1", [
    reference,
  ]);
  if (row === undefined) throw new Error(`${reference} is not there`);
  await database.setClock({ at: row.deadline_at.toISOString() });
  return closeDue(world, reference);
}

/** What the sweep does with a proposal whose deadline has passed. */
export function closeDue(world: BoardWorld, reference: string) {
  return invoke(closeDueProposal, { actor: systemActor(world.organizationId, "sweep"), input: { reference } });
}
