// Reads of reviews.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { DueModel } from "./reminder.ts";

export type OwnerWithDueModels = {
  readonly ownerUserId: string;
  readonly count: number;
  readonly models: readonly DueModel[];
};

/**
 * Active owners with operational models that are due, most overdue first and ten by name. Says in SQL what the registry's
 * `isReviewDue` says of one model; the integration test holds the two together.
 */
export async function loadOwnersWithDueModels(tx: UnitOfWork): Promise<OwnerWithDueModels[]> {
  return tx.db.$queryRaw<OwnerWithDueModels[]>`
    SELECT d.owner_user_id AS "ownerUserId", count(*)::int AS count,
      jsonb_agg(jsonb_build_object('reference', d.reference, 'name', d.name, 'version', d.version) ORDER BY d.place)
        FILTER (WHERE d.place <= 10) AS models
    FROM (
      SELECT m.owner_user_id, m.reference, m.name, m.version,
        row_number() OVER (PARTITION BY m.owner_user_id ORDER BY m.next_review_at NULLS FIRST, m.reference) AS place
      FROM models m
      JOIN memberships p ON p.organization_id = m.organization_id AND p.user_id = m.owner_user_id AND p.ended_at IS NULL
      WHERE m.organization_id = app_organization() AND m.status IN ('approved', 'active')
        AND (m.next_review_at IS NULL OR m.next_review_at <= governance_now())
    ) d GROUP BY d.owner_user_id ORDER BY d.owner_user_id`;
}
