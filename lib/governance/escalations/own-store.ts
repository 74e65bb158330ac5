// Reads what the product raises by itself, and remembers each occasion (ESC-114). Votes and follow-ups are of rooms above: of
// theirs only the facts that a sentence needs are read.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { ActionFacts, OverdueModel, ProposalFacts } from "./own-raise.ts";

export async function findProposalFacts(tx: UnitOfWork, reference: string): Promise<ProposalFacts | null> {
  const row = await tx.db.proposal.findFirst({
    where: { reference },
    select: { reference: true, title: true, status: true, model: { select: { reference: true } } },
  });
  return row === null ? null : { ...row, model: row.model?.reference ?? null };
}

export async function findActionFacts(tx: UnitOfWork, reference: string): Promise<ActionFacts | null> {
  const row = await tx.db.actionItem.findFirst({
    where: { reference },
    select: { reference: true, title: true, model: { select: { reference: true } } },
  });
  return row === null ? null : { ...row, model: row.model?.reference ?? null };
}

/** Takes the occasions that nobody has taken; answers those. Of two that come at once one waits for the other. */
export async function takeOccasions(
  tx: UnitOfWork,
  occasions: readonly { readonly sourceKey: string; readonly reference: string }[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx.db.$queryRaw<{ source_key: string }[]>`
    INSERT INTO escalation_occasions (source_key, reference, raised_at)
    SELECT o."sourceKey", o.reference, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(occasions)}::jsonb) AS o("sourceKey" text, reference text) ORDER BY o."sourceKey"
    ON CONFLICT DO NOTHING RETURNING source_key`;
  return new Set(rows.map(({ source_key }) => source_key));
}

/** Operational models whose review is due and was not raised for that date, the most critical first. */
export async function loadOverdueModels(tx: UnitOfWork, at: Date, most: number): Promise<OverdueModel[]> {
  return tx.db.$queryRaw<OverdueModel[]>`
    SELECT m.reference, m.name || ' ' || m.version AS name, m.tier, m.next_review_at AS "nextReviewAt" FROM models m
    WHERE m.organization_id = app_organization() AND m.status IN ('approved', 'active')
      AND COALESCE(m.next_review_at, '-infinity'::timestamptz) <= ${at}
      AND NOT EXISTS (SELECT 1 FROM escalation_occasions o WHERE o.organization_id = m.organization_id
        AND o.source_key = 'reviews.overdue:' || m.reference || ':' || COALESCE(
          to_char(m.next_review_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'never'))
    ORDER BY m.tier DESC, m.next_review_at NULLS LAST, m.id LIMIT ${most}`;
}
