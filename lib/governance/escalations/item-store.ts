// Locks and changes items that were taken in: the life of an item (ESC-8). The clock is read after the lock.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { refuse as refuseInKernel } from "../kernel/refusal.ts";
import type { LifeFacts } from "./life.ts";
import { EscalationStatus } from "./schema.ts";
import { toSeverity } from "./severity-scale.ts";

export type StoredItem = LifeFacts & {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly occurrences: number;
  readonly respondBy: Date;
  readonly severeSince: Date;
  readonly pathStep: number;
  readonly isReminded: boolean;
  readonly charterVersion: number;
  readonly modelId: string | null;
  readonly modelReference: string | null;
};

type LockedRow = {
  id: string;
  reference: string;
  title: string;
  occurrences: number;
  status: string;
  severity: number;
  respond_by: Date;
  severe_since: Date;
  path_step: number;
  is_reminded: boolean;
  charter_version: number;
  assignee_user_id: string | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  model_id: string | null;
  model_reference: string | null;
  owner_user_id: string | null;
  lead_user_id: string | null;
  has_review: boolean;
};

/** The items with their rows locked in one order; those that are not there are left out. */
export async function lockItems(tx: UnitOfWork, references: readonly string[]): Promise<StoredItem[]> {
  const rows = await tx.db.$queryRaw<LockedRow[]>`
    SELECT e.id, e.reference, e.title, e.occurrences, e.status, e.severity, e.respond_by, e.severe_since, e.path_step, e.is_reminded,
      e.charter_version, e.assignee_user_id, e.acknowledged_at, e.acknowledged_by, e.model_id, m.reference AS model_reference,
      m.owner_user_id, v.lead_user_id, EXISTS (SELECT 1 FROM incident_reviews r
        WHERE r.organization_id = e.organization_id AND r.escalation_id = e.id) AS has_review
    FROM escalations e
    LEFT JOIN models m ON m.organization_id = e.organization_id AND m.id = e.model_id
    LEFT JOIN ventures v ON v.organization_id = e.organization_id AND v.id = e.venture_id
    WHERE e.organization_id = app_organization() AND e.reference = ANY(${[...references]}::text[])
    ORDER BY e.fingerprint, e.id FOR UPDATE OF e`;
  return rows.map(toStored);
}

function toStored(row: LockedRow): StoredItem {
  return {
    ...{ id: row.id, reference: row.reference, title: row.title, occurrences: row.occurrences },
    ...{ status: EscalationStatus.parse(row.status), severity: toSeverity(row.severity) },
    ...{
      respondBy: row.respond_by,
      severeSince: row.severe_since,
      pathStep: row.path_step,
      isReminded: row.is_reminded,
    },
    ...{ charterVersion: row.charter_version, assigneeUserId: row.assignee_user_id, hasReview: row.has_review },
    ...{ acknowledgedAt: row.acknowledged_at, acknowledgedBy: row.acknowledged_by },
    ...{ modelId: row.model_id, modelReference: row.model_reference },
    ...{ ownerUserId: row.owner_user_id, leadUserId: row.lead_user_id },
  };
}

/** Refuses an unknown reference like one of another organisation (ORG-3). */
export async function lockItem(tx: UnitOfWork, reference: string): Promise<StoredItem> {
  const [item] = await lockItems(tx, [reference]);
  if (item === undefined) throw refuseInKernel("kernel.not_found", { subject: "escalation", reference });
  return item;
}

export type Acknowledgement = {
  readonly id: string;
  readonly nextStepAt: Date | null;
};

export async function saveAcknowledged(
  tx: UnitOfWork,
  items: readonly Acknowledgement[],
  mark: { readonly at: Date; readonly by: string | null; readonly assignee: string | null },
): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE escalations e SET status = 'acknowledged', acknowledged_at = ${mark.at}, acknowledged_by = ${mark.by}::uuid,
      assignee_user_id = COALESCE(${mark.assignee}::uuid, e.assignee_user_id), next_step_at = a."nextStepAt"
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS a(id uuid, "nextStepAt" timestamptz)
    WHERE e.organization_id = app_organization() AND e.id = a.id`;
}

export async function saveReopened(tx: UnitOfWork, items: readonly Acknowledgement[]): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE escalations e SET status = 'open', acknowledged_at = NULL, acknowledged_by = NULL, assignee_user_id = NULL,
      next_step_at = a."nextStepAt"
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS a(id uuid, "nextStepAt" timestamptz)
    WHERE e.organization_id = app_organization() AND e.id = a.id`;
}

export async function saveAssigned(tx: UnitOfWork, ids: readonly string[], userId: string): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE escalations SET assignee_user_id = ${userId}::uuid
    WHERE organization_id = app_organization() AND id = ANY(${[...ids]}::uuid[])`;
}

/** Ends their episodes: equal raises begin new ones from here on. Answers how many items they held that are free by now. */
export async function saveResolved(
  tx: UnitOfWork,
  items: readonly Pick<StoredItem, "id" | "reference">[],
  mark: { readonly at: Date; readonly by: string | null; readonly resolution: string },
): Promise<number> {
  await tx.db.$executeRaw`
    UPDATE escalations SET status = 'resolved', resolved_at = ${mark.at}, resolved_by = ${mark.by}::uuid,
      resolution = ${mark.resolution}, merge_key = NULL, next_step_at = NULL
    WHERE organization_id = app_organization() AND id = ANY(${items.map(({ id }) => id)}::uuid[])`;
  return freeHeld(
    tx,
    items.map(({ reference }) => reference),
    mark.at,
  );
}

/** What these silences or critical items held comes back at the next sweep. */
export async function freeHeld(tx: UnitOfWork, heldBy: readonly string[], at: Date): Promise<number> {
  return tx.db.$executeRaw`
    UPDATE escalations SET held_until = ${at}
    WHERE organization_id = app_organization() AND place = 'held' AND held_by_reference = ANY(${[...heldBy]}::text[])
      AND (held_until IS NULL OR held_until > ${at})`;
}

export type NewLink = {
  readonly escalationId: string;
  readonly kind: "proposal" | "action_item";
  readonly reference: string;
};

/** Answers how many are new. */
export async function insertLinks(
  tx: UnitOfWork,
  links: readonly NewLink[],
  mark: { readonly at: Date; readonly by: string | null },
): Promise<number> {
  return tx.db.$executeRaw`
    INSERT INTO escalation_links (escalation_id, kind, reference, linked_at, linked_by)
    SELECT l."escalationId", l.kind, l.reference, ${mark.at}, ${mark.by}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS l("escalationId" uuid, kind text, reference text)
    ON CONFLICT DO NOTHING`;
}

/** The rooms above keep proposals; whether one exists is all that is asked of theirs. */
export async function hasProposal(tx: UnitOfWork, reference: string): Promise<boolean> {
  return (await tx.db.proposal.findFirst({ where: { reference }, select: { id: true } })) !== null;
}

export async function findPersonName(tx: UnitOfWork, userId: string | null): Promise<string> {
  if (userId === null) return "the product";
  return (await tx.db.user.findFirst({ where: { id: userId }, select: { name: true } }))?.name ?? "a former member";
}
