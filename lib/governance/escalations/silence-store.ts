// Reads and writes of silences (ESC-111): never deleted; an ended one keeps who ended it, and why.
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { refuse as refuseInKernel } from "../kernel/refusal.ts";
import { SilenceMatcher, type SilenceView } from "./silence.ts";

export async function insertSilence(
  tx: UnitOfWork,
  silence: { matcher: SilenceMatcher; reason: string; startsAt: Date; endsAt: Date; createdBy: string },
): Promise<string> {
  const reference = tx.reference("silence");
  const { matcher, startsAt, ...rest } = silence;
  const data = { ...rest, reference, startsAt, createdAt: startsAt, matcher: matcher as Prisma.InputJsonValue };
  await tx.db.escalationSilence.create({ data });
  return reference;
}

export type StoredSilence = { readonly id: string; readonly reference: string; readonly endsAt: Date };

export async function lockSilence(tx: UnitOfWork, reference: string): Promise<StoredSilence> {
  // The ends of a silence are all that may be written: its row is locked as one for such a write.
  const [row] = await tx.db.$queryRaw<{ id: string; reference: string; ends_at: Date }[]>`
    SELECT id, reference, ends_at FROM escalation_silences
    WHERE organization_id = app_organization() AND reference = ${reference} FOR NO KEY UPDATE`;
  if (row === undefined) throw refuseInKernel("kernel.not_found", { subject: "silence", reference });
  return { id: row.id, reference: row.reference, endsAt: row.ends_at };
}

/** From now on it holds nothing more. */
export async function saveEnded(
  tx: UnitOfWork,
  id: string,
  { at, by, reason }: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE escalation_silences SET ended_at = ${at}, ended_by = ${by}::uuid, end_reason = ${reason},
      ends_at = GREATEST(${at}, starts_at + interval '1 millisecond')
    WHERE organization_id = app_organization() AND id = ${id}::uuid`;
}

type SilenceRow = {
  id: string;
  reference: string;
  matcher: unknown;
  reason: string;
  starts_at: Date;
  ends_at: Date;
  created_by: string;
  created_by_name: string | null;
  ended_at: Date | null;
  ended_by: string | null;
  ended_by_name: string | null;
  end_reason: string | null;
  holds: number;
};

/** Newest first; what each holds now is counted over held items only. */
export async function loadSilences(
  tx: UnitOfWork,
  query: { readonly isActive?: boolean; readonly limit: number; readonly cursor?: string },
  at: Date,
): Promise<{ readonly id: string; readonly item: SilenceView }[]> {
  const { isActive, cursor, limit } = query;
  const rows = await tx.db.$queryRaw<SilenceRow[]>`
    SELECT s.id, s.reference, s.matcher, s.reason, s.starts_at, s.ends_at, s.created_by, c.name AS created_by_name, s.ended_at,
      s.ended_by, d.name AS ended_by_name, s.end_reason, (SELECT count(*)::int FROM escalations e
        WHERE e.organization_id = s.organization_id AND e.place = 'held' AND e.held_by_reference = s.reference) AS holds
    FROM escalation_silences s LEFT JOIN users c ON c.id = s.created_by LEFT JOIN users d ON d.id = s.ended_by
    WHERE s.organization_id = app_organization()
      AND (${isActive ?? null}::boolean IS NULL OR (s.ends_at > ${at}) = ${isActive ?? null}::boolean)
      AND (${cursor ?? null}::uuid IS NULL OR s.id < ${cursor ?? null}::uuid)
    ORDER BY s.id DESC LIMIT ${limit}`;
  return rows.map((row) => ({ id: row.id, item: toSilenceView(row, at) }));
}

function toSilenceView(row: SilenceRow, at: Date): SilenceView {
  return {
    ...{ reference: row.reference, matcher: SilenceMatcher.parse(row.matcher), reason: row.reason, holds: row.holds },
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    isActive: row.ends_at > at,
    createdBy: { id: row.created_by, name: row.created_by_name ?? "–" },
    ended:
      row.ended_at === null || row.ended_by === null
        ? null
        : {
            at: row.ended_at.toISOString(),
            by: { id: row.ended_by, name: row.ended_by_name ?? "–" },
            reason: row.end_reason ?? "",
          },
  };
}

/** The references that a matcher names exist, or are those of nothing here. */
export async function findUnknownSubject(tx: UnitOfWork, matcher: SilenceMatcher): Promise<[string, string] | null> {
  const { venture, portfolio, model } = matcher;
  const select = { id: true } as const;
  if (venture !== undefined && (await tx.db.venture.findFirst({ where: { reference: venture }, select })) === null)
    return ["venture", venture];
  if (
    portfolio !== undefined &&
    (await tx.db.portfolio.findFirst({ where: { reference: portfolio }, select })) === null
  )
    return ["portfolio", portfolio];
  if (model !== undefined && (await tx.db.model.findFirst({ where: { reference: model }, select })) === null)
    return ["model", model];
  return null;
}
