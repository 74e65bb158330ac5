// A proposal from its words to its end, for tests of what decisions do: proposed, voted on, closed at the deadline.
import type { PersonActor } from "../governance/kernel/actor.ts";
import { castBallot } from "../governance/voting/operations/cast-ballot.ts";
import { closeDueProposal } from "../governance/voting/operations/close-due-proposal.ts";
import { createProposal } from "../governance/voting/operations/create-proposal.ts";
import { readProposal } from "../governance/voting/operations/read-proposal.ts";
import type { ProposalKind } from "../governance/voting/schema.ts";
import type { ProposalAnswer } from "../governance/voting/view.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import type { BoardWorld } from "./builders.ts";
import type { TestDatabase } from "./database.ts";

export const propose = (
  actor: PersonActor,
  kind: ProposalKind,
  payload: object,
  rest: { isDraft?: boolean; title?: string; votingHours?: number } = {},
) =>
  invoke(createProposal, {
    actor,
    input: {
      kind,
      title: "As discussed",
      description: "As discussed",
      payload: { ...payload },
      isDraft: false,
      ...rest,
    },
  });

const CHOICES = { y: "yes", n: "no", a: "abstain" } as const;

/** One ballot per letter, in the order of the seats; `-` is none. */
export async function castAll(world: BoardWorld, reference: string, letters: string): Promise<void> {
  const input = { reference };
  const { subjectDigest } = await invoke(readProposal, { actor: world.admin, input });
  for (const [index, letter] of [...letters].entries()) {
    const actor = world.voters[index];
    if (actor === undefined || letter === "-") continue;
    const choice = CHOICES[letter as keyof typeof CHOICES];
    await invoke(castBallot, { actor, input: { reference, choice, subjectDigest: subjectDigest ?? "" } });
  }
}

/** Sets the clock to the deadline and lets the proposal close itself. */
export async function closeAtDeadline(
  database: TestDatabase,
  world: BoardWorld,
  reference: string,
): Promise<ProposalAnswer> {
  const { deadlineAt } = await invoke(readProposal, { actor: world.admin, input: { reference } });
  if (deadlineAt === null) throw new Error(`${reference} is not open`);
  await database.setClock({ at: deadlineAt });
  return invoke(closeDueProposal, { actor: systemActor(world.organizationId, "sweep"), input: { reference } });
}
