// Seeds the demo organisation: founded almost a year ago, seven voting seats, models of every tier and status, proposals
// open and decided. Nothing is written past the operations.
import { randomBytes, randomUUID } from "node:crypto";
import { disconnectDatabase } from "../../lib/db/client.ts";
import { env } from "../../lib/env.ts";
import { foundOrganization } from "../../lib/governance/board/operations/found-organization.ts";
import { seatMember } from "../../lib/governance/board/operations/seat-member.ts";
import { acceptInvitation } from "../../lib/governance/identity/operations/accept-invitation.ts";
import { invitePerson } from "../../lib/governance/identity/operations/invite-person.ts";
import { registerModel } from "../../lib/governance/registry/operations/register-model.ts";
import { keepJobsRunning } from "../../lib/jobs/supervisor.ts";
import { closeChangeStream } from "../../lib/server/change-stream.ts";
import { plantTree } from "./attention.ts";
import { DemoHistory } from "./history.ts";
import { MODELS } from "./inventory.ts";
import { ADMIN, COLLEAGUES, DEMO_ORGANIZATION } from "./people.ts";
import { DemoWorld } from "./world.ts";

const FOUNDED_DAYS_AGO = 320;

/** Needs an empty installation and OWNER_DATABASE_URL, for the clock. */
export async function seedDemo(): Promise<void> {
  const ownerUrl = env().OWNER_DATABASE_URL;
  if (ownerUrl === undefined) throw new Error("OWNER_DATABASE_URL is not set: the demo's history needs the clock");
  const world = await DemoWorld.open(randomUUID(), ownerUrl);
  try {
    await found(world);
    await seatBoard(world);
    const models = await registerModels(world);
    await new DemoHistory(world, models, await plantTree(world)).run();
    await world.letClockRun();
    await hearWhatWasPublished(world);
  } finally {
    await world.close();
    await disconnectDatabase();
  }
}

/** By the jobs of the product itself, so that nobody meets a demo that is still busy with its past. */
async function hearWhatWasPublished(world: DemoWorld): Promise<void> {
  const jobs = keepJobsRunning();
  try {
    await world.untilQuiet();
  } finally {
    await jobs.stop();
    await closeChangeStream();
  }
}

/** Nobody knows this password: demo people sign in by picking themselves. */
function unknownPassword(): string {
  return randomBytes(24).toString("base64url");
}

async function found(world: DemoWorld): Promise<void> {
  await world.setClock(world.instant(FOUNDED_DAYS_AGO, 8));
  const { adminUserId } = await world.act(null, foundOrganization, {
    organizationName: DEMO_ORGANIZATION.name,
    timeZone: DEMO_ORGANIZATION.timeZone,
    template: "enterprise",
    adminName: ADMIN.name,
    adminEmail: ADMIN.email,
    adminPassword: unknownPassword(),
    isDemo: true,
  });
  world.know(ADMIN.key, adminUserId);
}

async function seatBoard(world: DemoWorld): Promise<void> {
  await world.setClock(world.instant(FOUNDED_DAYS_AGO - 1, 9));
  for (const { key, name, email, department, grantedRoles, seat } of COLLEAGUES) {
    const invitation = { name, email, department, grantedRoles: [...grantedRoles] };
    const { personId, token } = await world.act(ADMIN.key, invitePerson, invitation);
    await world.act(null, acceptInvitation, { token, password: unknownPassword() });
    world.know(key, personId);
    if (seat === undefined) continue;
    await world.act(ADMIN.key, seatMember, {
      userId: personId,
      role: seat.role,
      department,
      expertise: [...seat.expertise],
      termStartOn: world.instant(seat.startedDaysAgo, 12).toISOString().slice(0, 10),
    });
  }
}

/** Registered over the first weeks, unit by unit. */
async function registerModels(world: DemoWorld): Promise<ReadonlyMap<string, string>> {
  const references = new Map<string, string>();
  for (const [index, { key, ...model }] of MODELS.entries()) {
    await world.setClock(world.instant(FOUNDED_DAYS_AGO - 5 - index, 10, index));
    const { owner, facts, tags, ...rest } = model;
    const input = { ...rest, facts: { ...facts }, tags: [...tags], owner: world.userId(owner) };
    references.set(key, (await world.act(ADMIN.key, registerModel, input)).reference);
  }
  return references;
}
