// Tells people of items and keeps who was told (ESC-9): a notice exists once per item, severity, kind and step, and it, its
// notifications and their mail are written in the transaction of the act.
import type { StatementWork } from "../../db/unit-of-work.ts";
import type { EscalationAudience } from "../board/charter.ts";
import type { Severity } from "./schema.ts";
import { rankOf } from "./severity-scale.ts";

export type NoticeKind = "first" | "half_time" | "step";

export type ItemNotice = {
  readonly escalationId: string;
  readonly kind: NoticeKind;
  readonly severity: Severity;
  readonly step: number;
  readonly audiences: readonly EscalationAudience[];
  readonly userIds: readonly string[];
  readonly dueAt: Date;
  readonly isLate: boolean;
};

/** What the page finds its notifications and mails by. */
export function sourceKeyOf({ escalationId, severity, kind, step }: ItemNotice): string {
  return `escalations.notice:${escalationId}:${severity}:${kind}:${step}`;
}

/** INVARIANT: a step of a severity is told once; the unique key says so. */
export async function insertNotices(
  tx: StatementWork,
  notices: readonly (ItemNotice & { readonly sourceKey: string })[],
  sentAt: Date,
): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ escalationId, kind, step, audiences, userIds, dueAt, isLate, sourceKey, severity }) => ({
    ...{ escalationId, kind, step, audiences, userIds, dueAt, isLate, sourceKey },
    severity: rankOf(severity),
  }));
  await tx.db.$executeRaw`
    INSERT INTO escalation_notices (escalation_id, kind, severity, step, audiences, user_ids, due_at, sent_at, is_late, source_key)
    SELECT n."escalationId", n.kind, n.severity, n.step, n.audiences, n."userIds", n."dueAt", ${sentAt}, n."isLate", n."sourceKey"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("escalationId" uuid, kind text, severity smallint, step smallint,
      audiences text[], "userIds" uuid[], "dueAt" timestamptz, "isLate" boolean, "sourceKey" text)`;
}

/** Keys of letters that are about nobody's open item any more, now that these are answered. */
export async function loadAnsweredKeys(tx: StatementWork, escalationIds: readonly string[]): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ source_key: string }[]>`
    SELECT DISTINCT n.source_key FROM escalation_notices n
    WHERE n.organization_id = app_organization() AND n.escalation_id = ANY(${[...escalationIds]}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM escalation_notices o
        JOIN escalations e ON e.organization_id = o.organization_id AND e.id = o.escalation_id
        WHERE o.organization_id = n.organization_id AND o.source_key = n.source_key AND e.status = 'open')`;
  return rows.map(({ source_key }) => source_key);
}
