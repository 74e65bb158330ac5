// Reads and writes of a person's trust level as votes change it (ORG-141).
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { findMembership, lockKeyHolders, type Membership, saveMembership } from "./store.ts";
import { applyTrustChange, type TrustChange, type TrustedPerson } from "./trust-change.ts";

export type PersonUnderVote = { readonly membership: Membership; readonly person: TrustedPerson };

/** null for somebody unknown here. The admins' rows are locked first, then this one (ORG-5). */
export async function lockTrust(tx: UnitOfWork, userId: string): Promise<PersonUnderVote | null> {
  const { admins } = await lockKeyHolders(tx);
  await tx.db.$queryRaw`SELECT user_id FROM memberships
    WHERE organization_id = app_organization() AND user_id = ${userId}::uuid FOR UPDATE`;
  const membership = await findMembership(tx, userId);
  if (membership === null) return null;
  const { trustLevel, endedAt } = membership;
  const isLastAdmin = admins.length === 1 && admins[0] === membership.userId;
  return { membership, person: { trustLevel, hasEnded: endedAt !== null, isLastAdmin } };
}

export async function saveTrust(tx: UnitOfWork, userId: string, change: TrustChange): Promise<void> {
  await saveMembership(tx, userId, applyTrustChange(change));
}
