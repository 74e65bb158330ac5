// Gathers what a decision rests on: the frozen package with its scorecard and gaps, what changed since last time, and since
// the last decision (REG-5).
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { loadPeople } from "../registry/owner-store.ts";
import { comparePackages } from "../registry/package-difference.ts";
import { findPackage, toPackage } from "../registry/read-store.ts";
import type { StoredModel } from "../registry/store.ts";
import { toFrozenScorecard } from "./frozen-scorecard.ts";
import { findGaps } from "./package-gaps.ts";
import type { ProposalPage } from "./page-store.ts";
import type { ProposalView } from "./proposal-view.ts";
import { loadDecisionBefore, loadPackageWithEarlier, type PackageWithEarlier } from "./reading-store.ts";

type SubjectPart = Pick<ProposalView, "package" | "scorecard" | "gaps" | "sinceLastTime" | "lastDecision">;

export async function loadSubjectPart(tx: UnitOfWork, page: ProposalPage): Promise<SubjectPart> {
  const { proposal, model } = page;
  if (model === null) return { package: null, scorecard: null, gaps: [], sinceLastTime: null, lastDecision: null };
  const packages = proposal.packageId === null ? null : await loadPackageWithEarlier(tx, model.id, proposal.packageId);
  const lastDecision = await loadLastDecision(tx, { ...page, model }, packages);
  if (packages === null) return { package: null, scorecard: null, gaps: [], sinceLastTime: null, lastDecision };
  const { current, previous } = packages;
  const decided = toPackage(current);
  const personOf = await loadPeople(tx, [current.submittedBy]);
  const { sequence, digest } = current;
  return {
    package: {
      sequence,
      digest,
      submittedAt: current.submittedAt.toISOString(),
      submittedBy: personOf(current.submittedBy),
    },
    scorecard: toFrozenScorecard(decided, current.evaluation),
    gaps: [...findGaps(decided, current.evaluation)],
    sinceLastTime:
      previous === null
        ? null
        : {
            digest: previous.digest,
            submittedAt: previous.submittedAt.toISOString(),
            difference: comparePackages(toPackage(previous), decided),
          },
    lastDecision,
  };
}

async function loadLastDecision(
  tx: UnitOfWork,
  { proposal, model, at }: ProposalPage & { readonly model: StoredModel },
  packages: PackageWithEarlier | null,
): Promise<SubjectPart["lastDecision"]> {
  const before = proposal.openedAt ?? at;
  const decision = await loadDecisionBefore(tx, { modelId: model.id, proposalId: proposal.id, before });
  if (decision === null) return null;
  const { packageDigest } = decision;
  const then = packageDigest === null ? null : await findPackage(tx, model.id, { digest: packageDigest });
  const difference =
    then === null || packages === null ? null : comparePackages(toPackage(then), toPackage(packages.current));
  return { decision, difference };
}
