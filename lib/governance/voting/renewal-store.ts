// What comes back to the board (VOT-172, VOT-173): grants at their last day, and the proposals that renew one.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { loadSeats } from "../board/store.ts";
import { isInOffice } from "../board/term.ts";
import { deriveRoles } from "../identity/seat-role.ts";
import { GrantedRole, TrustLevel } from "../kernel/permission.ts";
import { isDueForRenewal } from "../policy/grant.ts";
import { loadGrantsAtTheirDay, loadToday, type StoredGrant } from "../policy/grant-store.ts";
import { findPolicy } from "../policy/policy-store.ts";
import { loadAdminUserIds } from "./proposal-store.ts";
import { assessProposer } from "./proposer.ts";

type Counted = { readonly count: number };

/** Whether another proposal that renews it is a draft or open. */
export async function hasPendingRenewal(tx: UnitOfWork, grant: string, proposalId: string): Promise<boolean> {
  const [row] = await tx.db.$queryRaw<Counted[]>`
    SELECT count(*)::int AS count FROM proposals
    WHERE organization_id = app_organization() AND status IN ('draft', 'open')
      AND kind IN ('risk_acceptance', 'exception_grant') AND payload->>'renews' = ${grant} AND id <> ${proposalId}::uuid`;
  return (row?.count ?? 0) > 0;
}

/** Whether a renewal was ever asked for, whatever became of it: it is drafted once. */
async function wasRenewalProposed(tx: UnitOfWork, grant: string): Promise<boolean> {
  const [row] = await tx.db.$queryRaw<Counted[]>`
    SELECT count(*)::int AS count FROM proposals
    WHERE organization_id = app_organization() AND kind IN ('risk_acceptance', 'exception_grant')
      AND payload->>'renews' = ${grant}`;
  return (row?.count ?? 0) > 0;
}

export async function isToBeRenewed(tx: UnitOfWork, grant: StoredGrant, at: Date): Promise<boolean> {
  if (grant.renewedBy !== null || !isDueForRenewal(grant, await loadToday(tx, at))) return false;
  return !(await wasRenewalProposed(tx, grant.reference));
}

export async function loadDueRenewals(tx: UnitOfWork, at: Date): Promise<string[]> {
  const due: string[] = [];
  for (const grant of await loadGrantsAtTheirDay(tx, await loadToday(tx, at))) {
    if (await isToBeRenewed(tx, grant, at)) due.push(grant.reference);
  }
  return due;
}

/** Nothing is renewed for a model that is gone, or from a policy that no longer holds. */
export async function isPointless(tx: UnitOfWork, { granted, model }: StoredGrant): Promise<boolean> {
  if (model?.status === "decommissioned") return true;
  const named = granted.kind === "exception_grant" ? granted.terms.policy : undefined;
  if (named === undefined) return false;
  const policy = await findPolicy(tx, named);
  return policy === null || policy.isRetired;
}

export type RenewalText = { readonly title: string; readonly description: string; readonly votingHours: number };

/** The words of the proposal that led to it. */
export async function loadOriginalText(tx: UnitOfWork, proposal: string): Promise<RenewalText> {
  return tx.db.proposal.findFirstOrThrow({
    where: { reference: proposal },
    select: { title: true, description: true, votingHours: true },
  });
}

export type RenewalPeople = {
  /** In whose name it is drafted: the first proposer; who has left, or may not propose it any more, is stood in for by the chair, then by an admin. */
  readonly proposer: { readonly userId: string; readonly name: string } | null;
  readonly told: readonly string[];
};

export async function loadRenewalPeople(tx: UnitOfWork, grant: StoredGrant, at: Date): Promise<RenewalPeople> {
  const seats = (await loadSeats(tx)).filter((seat) => isInOffice(seat, at));
  const chairs = seats.filter((seat) => seat.role === "chair").map((seat) => seat.userId);
  const candidates = [grant.proposerUserId, ...chairs, ...(await loadAdminUserIds(tx))];
  const members = await tx.db.membership.findMany({
    where: { userId: { in: candidates }, endedAt: null },
    select: { userId: true, grantedRoles: true, trustLevel: true, user: { select: { name: true } } },
  });
  const mayPropose = (userId: string) => {
    const member = members.find((each) => each.userId === userId);
    if (member === undefined) return [];
    const seat = seats.find((each) => each.userId === userId);
    const roles = deriveRoles(GrantedRole.array().parse(member.grantedRoles), seat?.role ?? null);
    const trustLevel = TrustLevel.parse(member.trustLevel);
    return assessProposer(grant.kind, { trustLevel, roles }).outcome === "allowed" ? [member] : [];
  };
  const [found] = candidates.flatMap(mayPropose);
  const proposer = found === undefined ? null : { userId: found.userId, name: found.user.name };
  const owner = grant.model?.ownerUserId ?? null;
  const told = [...chairs, proposer?.userId, grant.proposerUserId, owner].filter((userId) => userId != null);
  return { proposer, told };
}
