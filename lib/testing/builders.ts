// A governed organisation for tests: a board of seven, an advisor, an admin, an auditor, two owners and the standard
// charter; and models with whole scorecards, made by the operations themselves.

import { toCharterContent } from "../governance/board/charter-template.ts";
import type { BoardRole } from "../governance/board/schema.ts";
import { createCharterVersion } from "../governance/board/store.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { CRITERION_NAMES } from "../governance/registry/criteria.ts";
import { registerModel } from "../governance/registry/operations/register-model.ts";
import type { Criterion, SubmissionEntry, Tier, TierFacts } from "../governance/registry/schema.ts";
import { submitModel } from "../governance/voting/operations/submit-model.ts";
import type { SubmissionAnswer } from "../governance/voting/view.ts";
import { invoke } from "../server/invoke.ts";
import type { TestDatabase } from "./database.ts";
import { addPerson, arrange, currentPerson, makeOrganization } from "./identity-world.ts";

const SEATS = {
  chair: ["chair", "Ada Chair"],
  technical: ["technical_lead", "Theo Tech"],
  risk: ["risk_officer", "Rita Risk"],
  ethics: ["ethics_representative", "Edda Ethics"],
  business: ["business_representative", "Bea Business"],
  legal: ["legal_counsel", "Lee Legal"],
  data: ["data_steward", "Dana Data"],
} as const satisfies Record<string, readonly [BoardRole, string]>;
export type Seat = keyof typeof SEATS;
const SEAT_NAMES = Object.keys(SEATS) as Seat[];

export type BoardWorld = Readonly<Record<Seat, PersonActor>> & {
  readonly organizationId: string;
  readonly admin: PersonActor;
  readonly auditor: PersonActor;
  readonly advisor: PersonActor;
  readonly owner: PersonActor;
  readonly otherOwner: PersonActor;
  /** The seven who vote, the chair first. */
  readonly voters: readonly PersonActor[];
};

export type BoardPlan = {
  /** Only these seats are taken; all seven when left out. */
  readonly seats?: readonly Seat[];
  readonly isSealed?: boolean;
};

/** Terms run from a year before the database's clock to two years after it. */
export async function buildBoard(plan: BoardPlan = {}): Promise<BoardWorld> {
  const organizationId = await makeOrganization({ name: "Northwind Care" });
  const join = (name: string, roles: PersonActor["roles"] = []) =>
    addPerson(organizationId, { name, password: null, grantedRoles: roles as ("admin" | "auditor" | "model_owner")[] });
  const people = {
    admin: await join("Ari Admin", ["admin"]),
    auditor: await join("Una Auditor", ["auditor"]),
    owner: await join("Mira Owner", ["model_owner"]),
    otherOwner: await join("Otis Owner", ["model_owner"]),
  };
  const advisor = await takeSeat(organizationId, await join("Vic Advisor"), "external_advisor");
  const taken = plan.seats ?? SEAT_NAMES;
  const voters: PersonActor[] = [];
  const seats: Partial<Record<Seat, PersonActor>> = {};
  for (const seat of SEAT_NAMES) {
    const [role, name] = SEATS[seat];
    const person = await join(name);
    seats[seat] = taken.includes(seat) ? await takeSeat(organizationId, person, role) : person;
    if (taken.includes(seat)) voters.push(seats[seat]);
  }
  await adoptCharter(organizationId, plan.isSealed ?? false);
  return { organizationId, ...people, advisor, ...(seats as Record<Seat, PersonActor>), voters };
}

async function takeSeat(organizationId: string, person: PersonActor, role: BoardRole): Promise<PersonActor> {
  await arrange(organizationId, async (tx) => {
    await tx.db.$executeRaw`
      INSERT INTO board_members (reference, user_id, role, department, expertise, term_start_at, term_end_at)
      VALUES (${tx.reference("member")}, ${person.userId}::uuid, ${role}, '', '{}',
        governance_now() - interval '1 year', governance_now() + interval '2 years')`;
  });
  return currentPerson(organizationId, person.userId);
}

async function adoptCharter(organizationId: string, sealedBallots: boolean): Promise<void> {
  await arrange(organizationId, async (tx) => {
    const content = { ...toCharterContent("standard", "Northwind Care"), sealedBallots };
    const [clock] = await tx.db.$queryRaw<{ now: Date }[]>`SELECT governance_now() AS now`;
    if (clock === undefined) throw new Error("The database gave no time");
    await createCharterVersion(tx, {
      version: 1,
      template: "standard",
      content,
      effectiveAt: clock.now,
      description: "Founding charter",
      adoptedByDecision: null,
    });
  });
}

const NO_FACTS: TierFacts = {
  affectsRights: false,
  affectsSafety: false,
  decidesAutonomously: false,
  usesPersonalData: false,
  isPublicFacing: false,
  stage: "development",
};
const FACTS_OF_TIER: Readonly<Record<Tier, TierFacts>> = {
  tier_1_low: NO_FACTS,
  tier_2_medium: { ...NO_FACTS, usesPersonalData: true },
  tier_3_high: { ...NO_FACTS, affectsRights: true },
  tier_4_critical: { ...NO_FACTS, affectsRights: true, decidesAutonomously: true },
};

/** A whole scorecard: pass/fail criteria passed, the others with this score; single criteria can be set apart. */
export function fullScores(
  score = 0.9,
  apart: Partial<Record<Criterion, Partial<SubmissionEntry>>> = {},
): Record<Criterion, SubmissionEntry> {
  const entries = CRITERION_NAMES.map((criterion) => {
    const isPassFail = criterion === "ethics_review" || criterion === "compliance_check";
    const entry: SubmissionEntry = {
      score: isPassFail ? 1 : score,
      justification: `Shown by the evaluation of ${criterion.replaceAll("_", " ")} in March, section 3.`,
      evidence: [{ kind: "link", url: `https://evidence.example.org/${criterion}`, label: "Report" }],
    };
    return [criterion, { ...entry, ...apart[criterion] }];
  });
  return Object.fromEntries(entries) as Record<Criterion, SubmissionEntry>;
}

let registered = 0;

/** A proposed model of the world's owner; answers its reference. */
export async function buildModel(
  world: BoardWorld,
  plan: { readonly tier?: Tier; readonly name?: string; readonly owner?: PersonActor; readonly tags?: string[] } = {},
): Promise<string> {
  registered += 1;
  const { tier = "tier_3_high", name = `Claims triage ${registered}`, owner = world.owner, tags = [] } = plan;
  const description = "Sorts incoming claims by urgency.";
  const input = { name, version: "3.2", description, unit: "Claims", tags, facts: FACTS_OF_TIER[tier] };
  const { reference } = await invoke(registerModel, { actor: owner, input });
  return reference;
}

/** Submits with a whole scorecard as its owner. */
export function submit(
  world: BoardWorld,
  model: string,
  plan: {
    readonly score?: number;
    readonly conditions?: object[];
    readonly hours?: number;
    readonly by?: PersonActor;
  } = {},
): Promise<SubmissionAnswer> {
  const { score, conditions, hours, by = world.owner } = plan;
  const input = { reference: model, scores: fullScores(score), conditions, votingHours: hours };
  return invoke(submitModel, { actor: by, input });
}

export type OpenVote = { readonly reference: string; readonly model: string; readonly digest: string };

/** A model under vote; tier 3, hence binding, unless said otherwise. */
export async function openVote(
  world: BoardWorld,
  plan: Parameters<typeof buildModel>[1] & Parameters<typeof submit>[2] = {},
): Promise<OpenVote> {
  const model = await buildModel(world, plan);
  const { proposal, packageDigest } = await submit(world, model, { ...plan, by: plan.owner ?? world.owner });
  if (proposal === null) throw new Error("This tier is not voted on");
  return { reference: proposal, model, digest: packageDigest };
}

/** Ends somebody's seat at the database's clock, behind the application's back. */
export async function endSeatOf(database: TestDatabase, person: PersonActor): Promise<void> {
  await database.query(
    `UPDATE board_members SET ended_at = governance_now(), end_reason = 'Left' WHERE organization_id = $1 AND user_id = $2`,
    [person.organizationId, person.userId],
  );
}
