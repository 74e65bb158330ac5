import { isTaken } from "../../../db/database-error.ts";
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import {
  createMembership,
  createOrganization,
  ensureUser,
  hashPassword,
  setPasswordHash,
} from "../../identity/store.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { digestOf } from "../../kernel/digest.ts";
import { toCharterContent } from "../charter-template.ts";
import type { BoardEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { FoundOrganizationInput, FoundOrganizationOutput } from "../schema.ts";
import { createCharterVersion, hasPassword, isInstalled } from "../store.ts";

/**
 * First run (ORG-6). The organisation's id is the actor's: the caller chooses a fresh one. Two first runs at once meet at
 * the installation's key, and exactly one wins.
 */
export const foundOrganization = defineOperation({
  name: "board.found_organization",
  summary: "Found the organisation: its first charter and its first admin",
  permission: "public",
  effect: "write",
  input: FoundOrganizationInput,
  output: FoundOrganizationOutput,
  async run({ input, actor, now, tx }) {
    requireOwnSetUp(actor, input);
    if (!input.isFurther && (await isInstalled(tx))) throw refuse("board.already_set_up", {});
    await claimInstallation(tx, input);
    const at = await now();
    const adminUserId = await createAdmin(tx, input);
    const content = toCharterContent(input.template, input.organizationName);
    const charter = await createCharterVersion(tx, {
      version: 1,
      template: input.template,
      content,
      effectiveAt: at,
      description: "Founding charter",
      adoptedByDecision: null,
    });
    const { template, timeZone, isDemo, isFurther } = input;
    await tx.record({
      action: "board.organization_founded",
      subject: { type: "charter", reference: charter },
      details: { template, timeZone, charter, isDemo, isFurther },
      personal: { organization: input.organizationName, adminName: input.adminName, adminEmail: input.adminEmail },
      afterDigest: digestOf(content),
    } satisfies BoardEvent & AuditEvent);
    return { organizationId: tx.organizationId, adminUserId, charter };
  },
});

type Input = (typeof foundOrganization.input)["_output"];

function requireOwnSetUp(actor: Actor, input: Input): void {
  if (actor.kind === "system") return;
  for (const flag of ["isDemo", "isFurther"] as const) {
    if (input[flag]) throw refuse("board.set_up_flag", { flag });
  }
}

async function claimInstallation(tx: UnitOfWork, input: Input): Promise<void> {
  const { organizationName: name, timeZone, isDemo } = input;
  try {
    await createOrganization(tx, { name, timeZone, isDemo, isFirst: !input.isFurther });
  } catch (error) {
    if (isTaken(error)) throw refuse("board.already_set_up", {});
    throw error;
  }
}

/** A person known from another organisation keeps the password they have. */
async function createAdmin(tx: UnitOfWork, input: Input): Promise<string> {
  const userId = await ensureUser(tx, { email: input.adminEmail, name: input.adminName });
  // Trust grows by votes that somebody trusted proposes: somebody has to begin with it (ORG-140).
  await createMembership(tx, { userId, grantedRoles: ["admin"], trustLevel: "core" });
  if (!(await hasPassword(tx, userId))) await setPasswordHash(tx, userId, await hashPassword(input.adminPassword));
  return userId;
}
