// Votes weighted by trust, for tests and figures: proposed, opened and closed by the operations themselves. What is decided
// does not matter here, so a deprecated model leaves the registry by it.
import { z } from "zod";
import type { PersonActor } from "../governance/kernel/actor.ts";
import type { TrustLevel } from "../governance/kernel/permission.ts";
import { PROPOSAL_KINDS } from "../governance/voting/decision-kind.ts";
import type { KindDefinition } from "../governance/voting/kinds/kind.ts";
import { createProposal } from "../governance/voting/operations/create-proposal.ts";
import { readProposal } from "../governance/voting/operations/read-proposal.ts";
import { invoke } from "../server/invoke.ts";
import { type BoardWorld, buildModel, type OpenVote } from "./builders.ts";
import { addPerson, arrange, currentPerson } from "./identity-world.ts";

const Payload = z.strictObject({ model: z.string(), about: z.array(z.string()) });

const SAMPLE_KIND: KindDefinition = {
  summary: "Decided by trust, for tests",
  way: { by: "own_way", sentence: "Only tests propose it." },
  input: Payload,
  read: (payload) => {
    const { model, about } = Payload.parse(payload);
    return {
      ...{ model, subject: model, grounds: null, aboutUserIds: about },
      effect: { type: "change_status", to: "decommissioned" },
      ask: () => "Take the model out?",
      describeEffect: () => ({ sentence: "The model is taken out.", items: [] }),
    };
  },
};
Object.assign(PROPOSAL_KINDS, { overlay_update: SAMPLE_KIND });

/** A plain member with that trust. */
export function addMember(world: BoardWorld, name: string, trustLevel: TrustLevel): Promise<PersonActor> {
  return addPerson(world.organizationId, { name, grantedRoles: [], trustLevel, password: null });
}

export async function setTrust(person: PersonActor, trustLevel: TrustLevel): Promise<PersonActor> {
  await arrange(person.organizationId, async (tx) => {
    await tx.db.membership.updateMany({ where: { userId: person.userId }, data: { trustLevel } });
  });
  return currentPerson(person.organizationId, person.userId);
}

type TrustVotePlan = {
  readonly by?: PersonActor;
  /** They stand aside. */
  readonly about?: readonly PersonActor[];
  readonly hours?: number;
  readonly isDraft?: boolean;
};

/** Put forward by the admin unless said otherwise. */
export async function openTrustVote(world: BoardWorld, plan: TrustVotePlan = {}): Promise<OpenVote> {
  const { by = world.admin, about = [], hours, isDraft = false } = plan;
  const model = await buildModel(world);
  await arrange(world.organizationId, async (tx) => {
    await tx.db.model.updateMany({ where: { reference: model }, data: { status: "deprecated" } });
  });
  const payload = { model, about: about.map((person) => person.userId) };
  const words = { title: "Take it out", description: "Nobody uses it." };
  const input = { kind: "overlay_update", ...words, payload, votingHours: hours, isDraft };
  const { reference } = await invoke(createProposal, { actor: by, input });
  const { subjectDigest } = await invoke(readProposal, { actor: world.admin, input: { reference } });
  return { reference, model, digest: subjectDigest ?? "" };
}
