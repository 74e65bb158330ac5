// Reads and writes of post-incident reviews (ESC-9): recorded once, signed once.
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { IncidentReviewContent } from "./schema.ts";

/** Heard by the meetings: actions become follow-ups. */
export const INCIDENT_REVIEWED = "escalations.incident_reviewed";

export type StoredReview = {
  readonly content: IncidentReviewContent;
  readonly digest: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly signedAt: Date | null;
  readonly signedBy: string | null;
};

export async function insertReview(
  tx: UnitOfWork,
  review: Omit<StoredReview, "signedAt" | "signedBy"> & { readonly escalationId: string },
): Promise<void> {
  await tx.db.incidentReview.create({ data: { ...review, content: review.content as Prisma.InputJsonValue } });
}

export async function findReview(tx: UnitOfWork, escalationId: string): Promise<StoredReview | null> {
  const row = await tx.db.incidentReview.findFirst({ where: { escalationId } });
  if (row === null) return null;
  const { organizationId: _organization, escalationId: _escalation, ...review } = row;
  return { ...review, content: IncidentReviewContent.parse(review.content) };
}

export async function saveSignature(
  tx: UnitOfWork,
  escalationId: string,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE incident_reviews SET signed_at = ${at}, signed_by = ${by}::uuid
    WHERE organization_id = app_organization() AND escalation_id = ${escalationId}::uuid`;
}
