// Reads and writes of the register of acceptances and exceptions. Whoever ends or renews one locks its row first.
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { dateAt } from "../board/calendar-date.ts";
import { loadTimeZone } from "../board/store.ts";
import { refuse } from "../kernel/refusal.ts";
import { toModelTitle } from "../registry/schema.ts";
import type { GrantFacts } from "./grant.ts";
import { type GrantTerms, readGrantTerms, sayMatter } from "./grant-terms.ts";
import { findPolicy } from "./policy-store.ts";
import { GrantKind } from "./schema.ts";

export async function loadToday(tx: UnitOfWork, at: Date): Promise<string> {
  return dateAt(at, await loadTimeZone(tx));
}

const toDay = (date: Date) => date.toISOString().slice(0, "YYYY-MM-DD".length);

export const WITH_NEIGHBOURS = {
  model: { select: { id: true, reference: true, name: true, version: true, status: true, ownerUserId: true } },
  policy: { select: { reference: true, retiredAt: true } },
  renews: { select: { reference: true } },
  renewedBy: { select: { reference: true } },
} as const;
export type GrantRow = Prisma.StandingGrantGetPayload<{ include: typeof WITH_NEIGHBOURS }>;

export type StoredGrant = {
  readonly id: string;
  readonly reference: string;
  readonly granted: GrantTerms;
  readonly kind: GrantKind;
  readonly matter: string;
  readonly model: GrantRow["model"];
  readonly grantedOn: string;
  readonly until: string;
  readonly grantedAt: Date;
  readonly proposal: string;
  readonly decision: string;
  readonly proposerUserId: string;
  readonly renews: string | null;
  readonly renewedBy: string | null;
  readonly isRevoked: boolean;
  readonly revoked: { readonly at: Date; readonly by: string; readonly reason: string } | null;
};

export function toStoredGrant(row: GrantRow): StoredGrant {
  const kind = GrantKind.parse(row.kind);
  const granted = readGrantTerms(kind, row.terms);
  const { id, reference, model, revokedAt, revokedBy, revokeReason, grantedAt, proposerUserId } = row;
  return {
    ...{ id, reference, kind, granted, model, grantedAt, proposerUserId },
    matter: sayMatter(granted, model === null ? null : toModelTitle(model)),
    grantedOn: toDay(row.grantedOn),
    until: toDay(row.untilOn),
    proposal: row.proposalReference,
    decision: row.decisionReference,
    renews: row.renews?.reference ?? null,
    renewedBy: row.renewedBy?.reference ?? null,
    isRevoked: revokedAt !== null,
    revoked:
      revokedAt === null || revokedBy === null ? null : { at: revokedAt, by: revokedBy, reason: revokeReason ?? "" },
  };
}

async function findGrant(tx: UnitOfWork, reference: string): Promise<StoredGrant | null> {
  const row = await tx.db.standingGrant.findFirst({ where: { reference }, include: WITH_NEIGHBOURS });
  return row === null ? null : toStoredGrant(row);
}

/** What a proposal put into the register. */
export async function findGrantOf(tx: UnitOfWork, proposalReference: string): Promise<StoredGrant | null> {
  const row = await tx.db.standingGrant.findFirst({ where: { proposalReference }, include: WITH_NEIGHBOURS });
  return row === null ? null : toStoredGrant(row);
}

export async function requireGrant(tx: UnitOfWork, reference: string): Promise<StoredGrant> {
  const grant = await findGrant(tx, reference);
  if (grant === null) throw refuse("kernel.not_found", { subject: "acceptance or exception", reference });
  return grant;
}

/** Held until the transaction ends; of no effect when there is none. */
export async function holdGrant(tx: UnitOfWork, reference: string): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM standing_grants
    WHERE organization_id = app_organization() AND reference = ${reference} FOR UPDATE`;
}

export async function lockGrant(tx: UnitOfWork, reference: string): Promise<StoredGrant> {
  await holdGrant(tx, reference);
  return requireGrant(tx, reference);
}

/** What terms are judged against. */
export async function loadGrantFacts(
  tx: UnitOfWork,
  { kind, terms }: GrantTerms,
  subject: { readonly isModelGone: boolean; readonly today: string },
): Promise<GrantFacts> {
  const named = kind === "exception_grant" ? terms.policy : undefined;
  const policy = named === undefined ? undefined : await findPolicy(tx, named);
  const earlier = terms.renews === undefined ? undefined : await findGrant(tx, terms.renews);
  const renewed =
    earlier == null
      ? earlier
      : {
          ...{ reference: earlier.reference, kind: earlier.kind, isRevoked: earlier.isRevoked },
          ...{ renewedBy: earlier.renewedBy, model: earlier.model?.reference ?? null },
        };
  return { ...subject, policy, renewed };
}

/** The decision enters the register; answers its reference. */
export async function insertGrant(
  tx: UnitOfWork,
  entry: {
    readonly granted: GrantTerms;
    readonly modelId: string | null;
    readonly proposerUserId: string;
    readonly proposal: string;
    readonly decision: string;
    readonly today: string;
    readonly at: Date;
  },
): Promise<string> {
  const { granted, modelId, proposerUserId, proposal, decision, today, at } = entry;
  const { kind, terms } = granted;
  const policy = kind === "exception_grant" && terms.policy !== undefined ? await findPolicy(tx, terms.policy) : null;
  const renewed = terms.renews === undefined ? null : await findGrant(tx, terms.renews);
  const row = await tx.db.standingGrant.create({
    data: {
      reference: tx.reference("grant"),
      ...{ kind, modelId, proposerUserId, grantedAt: at },
      terms: terms as unknown as Prisma.InputJsonValue,
      policyId: policy?.id ?? null,
      grantedOn: new Date(today),
      untilOn: new Date(terms.until),
      proposalReference: proposal,
      decisionReference: decision,
      renewsId: renewed?.id ?? null,
    },
    select: { reference: true },
  });
  return row.reference;
}

export async function saveRevocation(
  tx: UnitOfWork,
  id: string,
  revocation: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> {
  await tx.db.standingGrant.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id } },
    data: { revokedAt: revocation.at, revokedBy: revocation.by, revokeReason: revocation.reason },
  });
}

/** Those whose last day has come, not ended and not gone on from; earliest first. */
export async function loadGrantsAtTheirDay(tx: UnitOfWork, today: string): Promise<StoredGrant[]> {
  const rows = await tx.db.standingGrant.findMany({
    where: { untilOn: { lte: new Date(today) }, revokedAt: null, renewedBy: null },
    include: WITH_NEIGHBOURS,
    orderBy: [{ untilOn: "asc" }, { id: "asc" }],
  });
  return rows.map(toStoredGrant);
}
