// Organisations and people for tests of what needs nothing else: made by the store's own functions, in one act each.
import { randomUUID } from "node:crypto";
import { runUnitOfWork, type UnitOfWork } from "../db/unit-of-work.ts";
import {
  createMembership,
  createOrganization,
  ensureUser,
  hashPassword,
  setPasswordHash,
} from "../governance/identity/store.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import type { GrantedRole, TrustLevel } from "../governance/kernel/permission.ts";
import { findMemberActor, systemActor } from "../server/actor.ts";

export const PASSWORD = "correct horse battery staple";

/** Runs `work` as the product itself, recorded as one act named `test.arranged`. */
export async function arrange<Result>(
  organizationId: string,
  work: (tx: UnitOfWork) => Promise<Result>,
): Promise<Result> {
  const actor = systemActor(organizationId, "test");
  return runUnitOfWork({ organizationId, actor, requestId: randomUUID(), effect: "write" }, async (tx) => {
    const result = await work(tx);
    await tx.record({ action: "test.arranged", subject: { type: "test", reference: "test" }, details: {} });
    return result;
  });
}

export async function makeOrganization(options: { isDemo?: boolean; name?: string } = {}): Promise<string> {
  const id = randomUUID();
  const { isDemo = false, name = "Test board" } = options;
  await arrange(id, (tx) => createOrganization(tx, { name, timeZone: "UTC", isDemo, isFirst: false }));
  return id;
}

export type PersonPlan = {
  readonly name?: string;
  readonly email?: string;
  readonly grantedRoles?: readonly GrantedRole[];
  readonly trustLevel?: TrustLevel;
  readonly password?: string | null;
  readonly seat?: "chair" | "voting_member" | "external_advisor";
};

/** A member as an actor: an auditor unless said otherwise, or the holder of a board seat of one year. */
export async function addPerson(organizationId: string, plan: PersonPlan = {}): Promise<PersonActor> {
  const { name = "Ann Example", email = `${randomUUID()}@example.org`, password = PASSWORD } = plan;
  const grantedRoles = plan.grantedRoles ?? (plan.seat === undefined ? ["auditor"] : []);
  const passwordHash = password === null ? null : await hashPassword(password);
  const userId = await arrange(organizationId, async (tx) => {
    const id = await ensureUser(tx, { email, name });
    await createMembership(tx, { userId: id, grantedRoles, trustLevel: plan.trustLevel });
    if (passwordHash !== null) await setPasswordHash(tx, id, passwordHash);
    if (plan.seat !== undefined) await seat(tx, id, plan.seat);
    return id;
  });
  return currentPerson(organizationId, userId);
}

async function seat(tx: UnitOfWork, userId: string, role: string): Promise<void> {
  await tx.db.$executeRaw`
    INSERT INTO board_members (reference, user_id, role, department, expertise, term_start_at, term_end_at)
    VALUES (${tx.reference("member")}, ${userId}::uuid, ${role}, '', '{}', governance_now() - interval '1 day',
      governance_now() + interval '1 year')`;
}

/** Who the person is now: roles and trust as a door would find them. */
export async function currentPerson(organizationId: string, userId: string): Promise<PersonActor> {
  const actor = await findMemberActor(organizationId, userId);
  if (actor === null) throw new Error("The person is no longer a member");
  return actor;
}
