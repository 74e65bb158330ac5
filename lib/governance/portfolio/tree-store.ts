// Reads and writes of portfolios and ventures (PRT-131). What rooms above need of a venture is `findVentures`: its place in
// the tree and the facts that severity and budgets rest on.
import { isTaken } from "../../db/database-error.ts";
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { refuse as refuseInKernel } from "../kernel/refusal.ts";
import { normalizeName } from "../kernel/text.ts";
import { toUsd } from "./money.ts";
import { type ListVenturesInput, type PortfolioItem, type VentureItem, VentureLifecycle } from "./schema.ts";
import { refuse } from "./tree-refusals.ts";
import type { VentureFacts } from "./venture.ts";

export type StoredPortfolio = {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly description: string;
  readonly revision: number;
};

/** With its row locked; refuses an unknown reference like a foreign one (ORG-3). */
export async function lockPortfolio(tx: UnitOfWork, reference: string): Promise<StoredPortfolio> {
  const [row] = await tx.db.$queryRaw<StoredPortfolio[]>`
    SELECT id, reference, name, description, revision FROM portfolios
    WHERE organization_id = app_organization() AND reference = ${reference} FOR NO KEY UPDATE`;
  if (row === undefined) throw refuseInKernel("kernel.not_found", { subject: "portfolio", reference });
  return row;
}

export async function findPortfolioId(tx: UnitOfWork, reference: string): Promise<string | null> {
  return (await tx.db.portfolio.findFirst({ where: { reference }, select: { id: true } }))?.id ?? null;
}

async function orTaken<Value>(saving: Promise<Value>, what: string, name: string): Promise<Value> {
  return saving.catch((error: unknown) => {
    if (isTaken(error)) throw refuse("portfolio.name_taken", { what, name });
    throw error;
  });
}

type PortfolioFacts = Pick<StoredPortfolio, "name" | "description">;

export async function insertPortfolio(tx: UnitOfWork, facts: PortfolioFacts, at: Date): Promise<string> {
  const reference = tx.reference("portfolio");
  const data = { ...facts, reference, nameKey: normalizeName(facts.name), createdAt: at, updatedAt: at };
  await orTaken(tx.db.portfolio.create({ data }), "portfolio", facts.name);
  return reference;
}

export async function savePortfolio(
  tx: UnitOfWork,
  { id, revision }: StoredPortfolio,
  facts: PortfolioFacts,
  at: Date,
): Promise<void> {
  const where = { organizationId_id: { organizationId: tx.organizationId, id } };
  const data = { ...facts, nameKey: normalizeName(facts.name), revision: revision + 1, updatedAt: at };
  await orTaken(tx.db.portfolio.update({ where, data }), "portfolio", facts.name);
}

export type StoredVenture = VentureFacts & {
  readonly id: string;
  readonly reference: string;
  readonly revision: number;
};

export async function lockVenture(tx: UnitOfWork, reference: string): Promise<StoredVenture> {
  await tx.db.$queryRaw`SELECT id FROM ventures
    WHERE organization_id = app_organization() AND reference = ${reference} FOR NO KEY UPDATE`;
  const row = await tx.db.venture.findFirst({ where: { reference } });
  if (row === null) throw refuseInKernel("kernel.not_found", { subject: "venture", reference });
  const { id, portfolioId, name, description, stage, allocationCents, lifecycle, leadUserId, revision } = row;
  return {
    ...{ id, reference: row.reference, portfolioId, name, description, stage, leadUserId, revision },
    allocationCents: Number(allocationCents),
    lifecycle: VentureLifecycle.parse(lifecycle),
  };
}

export async function insertVenture(tx: UnitOfWork, facts: VentureFacts, at: Date): Promise<string> {
  const reference = tx.reference("venture");
  const data = { ...facts, reference, nameKey: normalizeName(facts.name), createdAt: at, updatedAt: at };
  await orTaken(tx.db.venture.create({ data }), "venture in this portfolio", facts.name);
  return reference;
}

export async function saveVenture(
  tx: UnitOfWork,
  { id, revision }: StoredVenture,
  facts: VentureFacts,
  at: Date,
): Promise<void> {
  const where = { organizationId_id: { organizationId: tx.organizationId, id } };
  const data = { ...facts, nameKey: normalizeName(facts.name), revision: revision + 1, updatedAt: at };
  await orTaken(tx.db.venture.update({ where, data }), "venture in this portfolio", facts.name);
}

export async function isActiveMember(tx: UnitOfWork, userId: string): Promise<boolean> {
  return (await tx.db.membership.findFirst({ where: { userId, endedAt: null }, select: { userId: true } })) !== null;
}

// ── lists ────────────────────────────────────────────────────────────────────────────────────────────────────────────
type PortfolioRow = {
  id: string;
  reference: string;
  name: string;
  description: string;
  revision: number;
  ventures: number;
  allocation_cents: bigint;
  updated_at: Date;
};

type Page = { readonly limit: number; readonly cursor?: string };
export type Placed<Item> = { readonly id: string; readonly item: Item };

/** Newest first, with what their ventures come to; ended ones are not summed (PRT-138). */
export async function loadPortfolios(
  tx: UnitOfWork,
  page: Page & { readonly reference?: string },
): Promise<Placed<PortfolioItem>[]> {
  const rows = await tx.db.$queryRaw<PortfolioRow[]>`
    SELECT p.id, p.reference, p.name, p.description, p.revision, p.updated_at, count(v.id)::int AS ventures,
      COALESCE(sum(v.allocation_cents), 0)::bigint AS allocation_cents
    FROM portfolios p LEFT JOIN ventures v
      ON v.organization_id = p.organization_id AND v.portfolio_id = p.id AND v.lifecycle <> 'ended'
    WHERE p.organization_id = app_organization()
      AND (${page.reference ?? null}::text IS NULL OR p.reference = ${page.reference ?? null}::text)
      AND (${page.cursor ?? null}::uuid IS NULL OR p.id < ${page.cursor ?? null}::uuid)
    GROUP BY p.organization_id, p.id ORDER BY p.id DESC LIMIT ${page.limit}`;
  return rows.map(({ id, allocation_cents, updated_at, ...row }) => ({
    id,
    item: { ...row, allocationUsd: toUsd(allocation_cents), updatedAt: updated_at.toISOString() },
  }));
}

const WITH_PLACE = {
  portfolio: { select: { reference: true, name: true } },
  lead: { include: { user: { select: { id: true, name: true } } } },
} as const;

/** Newest first. */
export async function loadVentures(
  tx: UnitOfWork,
  query: ListVenturesInput & { readonly reference?: string },
): Promise<Placed<VentureItem>[]> {
  const { portfolio, lifecycle, cursor, reference, limit } = query;
  const where: Prisma.VentureWhereInput = {
    ...(portfolio === undefined ? {} : { portfolio: { reference: portfolio } }),
    ...(lifecycle === undefined ? {} : { lifecycle: { in: lifecycle } }),
    ...(reference === undefined ? {} : { reference }),
    ...(cursor === undefined ? {} : { id: { lt: cursor } }),
  };
  const rows = await tx.db.venture.findMany({ where, include: WITH_PLACE, orderBy: { id: "desc" }, take: limit });
  return rows.map((row) => ({
    id: row.id,
    item: {
      reference: row.reference,
      name: row.name,
      description: row.description,
      portfolio: row.portfolio,
      stage: row.stage,
      allocationUsd: toUsd(row.allocationCents),
      lifecycle: VentureLifecycle.parse(row.lifecycle),
      lead: row.lead?.user ?? null,
      revision: row.revision,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    },
  }));
}
