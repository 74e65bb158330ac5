// Reads and writes of policies. Whoever writes one holds the organisation's row (`lockBoard`), so that names and version
// numbers are judged and written without another change in between.

import type { z } from "zod";
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { readPlaceCursor, toPlaceCursor } from "../kernel/place-cursor.ts";
import { refuse } from "../kernel/refusal.ts";
import { loadPeople } from "../registry/owner-store.ts";
import { type ChangeFacts, derivePolicyStanding, type PolicyNow, toNameKey } from "./policy-change.ts";
import { type PolicyChange, PolicyContent } from "./policy-content.ts";
import { sayRule, sayScope } from "./policy-words.ts";
import { PolicyChangeKind } from "./schema.ts";
import type { ListPoliciesInput, PolicyItem, PolicyVersionView } from "./view.ts";

const LATEST = { versions: { orderBy: { version: "desc" }, take: 1 } } as const;
type LatestRow = Prisma.PolicyGetPayload<{ include: typeof LATEST }>;

export type StoredPolicy = PolicyNow & { readonly id: string };

function toStored(row: LatestRow): StoredPolicy {
  const [latest] = row.versions;
  if (latest === undefined) throw new Error(`Policy ${row.reference} has no version`);
  const { id, reference, version, retiredAt } = row;
  return { id, reference, version, isRetired: retiredAt !== null, content: PolicyContent.parse(latest.content) };
}

export async function findPolicy(tx: UnitOfWork, reference: string): Promise<StoredPolicy | null> {
  const row = await tx.db.policy.findFirst({ where: { reference }, include: LATEST });
  return row === null ? null : toStored(row);
}

/** Its name under `policy`, for words about it; empty when there is none. */
export async function namePolicy(
  tx: UnitOfWork,
  reference: string | null | undefined,
): Promise<Readonly<Record<string, string>>> {
  const policy = reference == null ? null : await findPolicy(tx, reference);
  return policy === null ? {} : { policy: policy.content.name };
}

export async function requirePolicy(tx: UnitOfWork, reference: string): Promise<StoredPolicy> {
  const policy = await findPolicy(tx, reference);
  if (policy === null) throw refuse("kernel.not_found", { subject: "policy", reference });
  return policy;
}

/** What the change is judged against. */
export async function loadChangeFacts(
  tx: UnitOfWork,
  change: PolicyChange,
  today: string,
): Promise<ChangeFacts & { readonly policy: StoredPolicy | null }> {
  const policy = change.policy === null ? null : await findPolicy(tx, change.policy);
  const name = change.content?.name;
  const namesake =
    name === undefined
      ? null
      : await tx.db.policy.findFirst({
          where: { nameKey: toNameKey(name), retiredAt: null, id: { not: policy?.id } },
          select: { reference: true },
        });
  return { policy, namesake: namesake?.reference ?? null, today };
}

export type Enactment = {
  readonly change: PolicyChange;
  /** null for a new one. */
  readonly policy: StoredPolicy | null;
  readonly authorUserId: string;
  readonly proposal: string;
  readonly decision: string;
  readonly at: Date;
};

/** Writes the next version; the change was judged before, under the lock. Answers the policy's reference. */
export async function enactPolicyChange(tx: UnitOfWork, enactment: Enactment): Promise<string> {
  const { change, policy, authorUserId, proposal, decision, at } = enactment;
  const content = change.content ?? policy?.content;
  if (content === undefined) throw new Error("A policy is retired that is not there");
  const version = (policy?.version ?? 0) + 1;
  const nameKey = toNameKey(content.name);
  const saved =
    policy === null
      ? await tx.db.policy.create({ data: { reference: tx.reference("policy"), nameKey, version, createdAt: at } })
      : await tx.db.policy.update({
          where: { organizationId_id: { organizationId: tx.organizationId, id: policy.id } },
          data: { nameKey, version, ...(change.change === "retire" ? { retiredAt: at } : {}) },
        });
  await tx.db.policyVersion.create({
    data: {
      policyId: saved.id,
      version,
      change: change.change,
      content: content as unknown as Prisma.InputJsonValue,
      authorUserId,
      ...{ proposalReference: proposal, decisionReference: decision, decidedAt: at },
    },
  });
  return saved.reference;
}

/** What a version said; null when there is none of that number. */
export async function findPolicyContent(
  tx: UnitOfWork,
  policyId: string,
  version: number,
): Promise<PolicyContent | null> {
  const row = await tx.db.policyVersion.findFirst({ where: { policyId, version }, select: { content: true } });
  return row === null ? null : PolicyContent.parse(row.content);
}

/** The version that a proposal led to, with the policy's reference and its name then. */
export async function findVersionOf(
  tx: UnitOfWork,
  proposalReference: string,
): Promise<{ readonly reference: string; readonly name: string; readonly version: number } | null> {
  const row = await tx.db.policyVersion.findFirst({
    where: { proposalReference },
    select: { version: true, content: true, policy: { select: { reference: true } } },
  });
  if (row === null) return null;
  return { reference: row.policy.reference, name: PolicyContent.parse(row.content).name, version: row.version };
}

/** Newest first. */
export async function loadPolicyVersions(tx: UnitOfWork, policyId: string): Promise<PolicyVersionView[]> {
  const rows = await tx.db.policyVersion.findMany({
    where: { policyId },
    omit: { content: true },
    orderBy: { version: "desc" },
  });
  const personOf = await loadPeople(
    tx,
    rows.map((row) => row.authorUserId),
  );
  return rows.map((row) => ({
    version: row.version,
    change: PolicyChangeKind.parse(row.change),
    author: personOf(row.authorUserId),
    decidedAt: row.decidedAt.toISOString(),
    proposal: row.proposalReference,
    decision: row.decisionReference,
  }));
}

function toItem(row: LatestRow, today: string): PolicyItem {
  const { reference, version, content, isRetired } = toStored(row);
  const [latest] = row.versions;
  if (latest === undefined) throw new Error(`Policy ${reference} has no version`);
  return {
    ...{ reference, version, content },
    standing: derivePolicyStanding({ content, isRetired }, today),
    scopeWords: sayScope(content),
    ruleWords: content.rules.map(sayRule),
    changedAt: latest.decidedAt.toISOString(),
    decision: latest.decisionReference,
  };
}

export async function loadPolicyItem(tx: UnitOfWork, policy: StoredPolicy, today: string): Promise<PolicyItem> {
  const row = await tx.db.policy.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: tx.organizationId, id: policy.id } },
    include: LATEST,
  });
  return toItem(row, today);
}

type Query = z.output<typeof ListPoliciesInput>;

/** By name; one more than `limit` when there are more. What the latest version says is asked in its JSON. */
export async function loadPolicyPage(
  tx: UnitOfWork,
  query: Query,
  today: string,
): Promise<{ readonly item: PolicyItem; readonly cursor: string }[]> {
  const ids = await findPolicyIds(tx, query);
  const rows = await tx.db.policy.findMany({ where: { id: { in: ids } }, include: LATEST });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rowOf.get(id);
    return row === undefined ? [] : [{ item: toItem(row, today), cursor: toPlaceCursor({ at: null, id }) }];
  });
}

async function findPolicyIds(tx: UnitOfWork, query: Query): Promise<string[]> {
  const { type = null, scope = null, mode = null, q = "", retired, limit } = query;
  const after = query.cursor === undefined ? null : readPlaceCursor(query.cursor);
  if (query.cursor !== undefined && after === null) {
    throw refuse("kernel.malformed", { cause: "the cursor is not one that this list gave" });
  }
  const search = `%${q.replaceAll(/[\\%_]/gu, "\\$&")}%`;
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM policies p
    JOIN policy_versions v ON v.organization_id = p.organization_id AND v.policy_id = p.id AND v.version = p.version
    WHERE p.organization_id = app_organization() AND (p.retired_at IS NOT NULL) = ${retired}
      AND (${type}::text IS NULL OR v.content->>'type' = ${type})
      AND (${scope}::text IS NULL OR v.content->>'scope' = ${scope})
      AND (${mode}::text IS NULL OR v.content->>'mode' = ${mode})
      AND (v.content->>'name' ILIKE ${search} OR p.reference ILIKE ${search})
      AND (${after?.id ?? null}::uuid IS NULL OR (p.name_key, p.id) > (
        SELECT l.name_key, l.id FROM policies l WHERE l.organization_id = app_organization() AND l.id = ${after?.id ?? null}::uuid))
    ORDER BY p.name_key, p.id LIMIT ${limit + 1}`;
  return rows.map((row) => row.id);
}
