// Reads and writes of components and of what decisions made of them (PRT-101 to PRT-107). Whoever changes one locks its row
// first; whoever gives one its name and version holds `lockNames`.
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { TrustLevel } from "../kernel/permission.ts";
import { normalizeName } from "../kernel/text.ts";
import { type AppliedAct, type Component, describeRegistration } from "./component.ts";
import {
  type ComponentChange,
  ComponentChangeKind,
  type ComponentFacts,
  ComponentStatus,
  Difference,
  type ListComponentsInput,
} from "./schema.ts";

export type StoredComponent = Component & {
  readonly id: string;
  readonly reference: string;
  readonly registeredBy: string;
  readonly registeredAt: Date;
  readonly updatedAt: Date;
};

type ComponentRow = Prisma.ComponentGetPayload<Record<string, never>>;

function toStoredComponent({ organizationId: _, nameKey: _name, versionKey: _version, ...row }: ComponentRow) {
  return {
    ...row,
    trustLevel: TrustLevel.parse(row.trustLevel),
    status: ComponentStatus.parse(row.status),
  } satisfies StoredComponent;
}

/** null for an unknown reference and for one of another organisation. */
export async function findComponent(tx: UnitOfWork, reference: string): Promise<StoredComponent | null> {
  const row = await tx.db.component.findFirst({ where: { reference } });
  return row === null ? null : toStoredComponent(row);
}

/** With its row locked until the transaction ends. */
export async function lockComponent(tx: UnitOfWork, reference: string): Promise<StoredComponent | null> {
  await tx.db.$queryRaw`
    SELECT id FROM components WHERE organization_id = app_organization() AND reference = ${reference} FOR UPDATE`;
  return findComponent(tx, reference);
}

/** Names and versions are given one act after the other: locks the organisation's row. */
export async function lockNames(tx: UnitOfWork): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM organizations WHERE id = app_organization() FOR UPDATE`;
}

const keysOf = ({ name, version }: Pick<ComponentFacts, "name" | "version">) => ({
  nameKey: normalizeName(name),
  versionKey: normalizeName(version),
});

/** Reference of the component under that name and version. */
export async function findNamesake(
  tx: UnitOfWork,
  facts: Pick<ComponentFacts, "name" | "version">,
): Promise<string | null> {
  const row = await tx.db.component.findFirst({ where: keysOf(facts), select: { reference: true } });
  return row?.reference ?? null;
}

/** What an act on a component rests on. */
export type Warrant = { readonly decision: string; readonly proposal: string; readonly at: Date };

/** Names and version are free: the caller asked under `lockNames`. */
export async function insertComponent(tx: UnitOfWork, facts: ComponentFacts, warrant: Warrant): Promise<string> {
  const { decision, at } = warrant;
  const reference = tx.reference("component");
  const marks = { reference, registeredBy: decision, registeredAt: at, updatedAt: at };
  const { id } = await tx.db.component.create({ data: { ...facts, ...keysOf(facts), ...marks } });
  await insertChange(tx, id, { kind: "registered", differences: describeRegistration(facts) }, warrant);
  return reference;
}

export async function saveComponentAct(
  tx: UnitOfWork,
  component: StoredComponent,
  applied: AppliedAct,
  warrant: Warrant,
): Promise<void> {
  const { change } = applied;
  const { id } = component;
  await tx.db.component.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id } },
    data: { ...change, ...keysOf({ ...component, ...change }), updatedAt: warrant.at },
  });
  await insertChange(tx, id, applied, warrant);
}

async function insertChange(
  tx: UnitOfWork,
  componentId: string,
  { kind, differences }: Pick<AppliedAct, "kind" | "differences">,
  { decision, proposal, at }: Warrant,
): Promise<void> {
  await tx.db.componentChange.create({
    data: { componentId, kind, decision, proposal, changedAt: at, differences: [...differences] },
  });
}

/** Newest first. */
export async function loadComponentChanges(tx: UnitOfWork, componentId: string): Promise<ComponentChange[]> {
  const rows = await tx.db.componentChange.findMany({ where: { componentId }, orderBy: { id: "desc" } });
  return rows.map(({ kind, decision, proposal, differences, changedAt }) => ({
    kind: ComponentChangeKind.parse(kind),
    ...{ decision, proposal },
    differences: Difference.array().parse(differences),
    changedAt: changedAt.toISOString(),
  }));
}

/** A page by name and version; `after` is the last row of the page before. */
export async function loadComponentPage(
  tx: UnitOfWork,
  query: Omit<ListComponentsInput, "cursor"> & { readonly after: { key: string; id: string } | null },
): Promise<{ readonly component: StoredComponent; readonly key: string }[]> {
  const { q = "", trustLevel, after } = query;
  const status = query.status === undefined ? null : [query.status].flat();
  const like = q === "" ? null : `%${normalizeName(q).replace(/[\\%_]/gu, "\\$&")}%`;
  const key = Prisma.sql`c.name_key || ' ' || c.version_key`;
  const rows = await tx.db.$queryRaw<{ id: string; key: string }[]>`
    SELECT c.id, ${key} AS key FROM components c
    WHERE c.organization_id = app_organization()
      AND (${status}::text[] IS NULL OR c.status = ANY(${status}::text[]))
      AND (${trustLevel ?? null}::text IS NULL OR c.trust_level = ${trustLevel ?? null}::text)
      AND (${like}::text IS NULL OR c.name_key || ' ' || c.version_key LIKE ${like}::text OR lower(c.reference) LIKE ${like}::text
        OR lower(c.risk_assessment || ' ' || array_to_string(c.capabilities, ' ')) LIKE ${like}::text)
      AND (${after?.id ?? null}::uuid IS NULL OR (${key}, c.id) > (${after?.key ?? null}::text, ${after?.id ?? null}::uuid))
    ORDER BY key, c.id LIMIT ${query.limit}`;
  const found = await tx.db.component.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  const byId = new Map(found.map((row) => [row.id, toStoredComponent(row)]));
  return rows.flatMap(({ id, key: place }) => {
    const component = byId.get(id);
    return component === undefined ? [] : [{ component, key: place }];
  });
}
