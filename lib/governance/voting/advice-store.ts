// Gathers what an analyst reads (ADV-3), and finds what it said for those who may see it (ADV-105, BRD-5).
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { AdviceInputs } from "../advisory/schema.ts";
import { findAdvice } from "../advisory/store.ts";
import type { ConstitutionPrinciple } from "../board/charter.ts";
import { findCharterVersion } from "../board/store.ts";
import { toPackage } from "../registry/read-store.ts";
import { loadModelById, type StoredModel } from "../registry/store.ts";
import { toAdvisedChange, toAdvisedGrounds, toAdvisedScorecard, toAdvisedSubject } from "./advice-inputs.ts";
import { readPayload } from "./decision-kind.ts";
import { loadKindContext } from "./effect-store.ts";
import { findGaps } from "./package-gaps.ts";
import type { ProposalPage } from "./page-store.ts";
import type { StoredProposal } from "./proposal-store.ts";
import type { AdviceAnswer } from "./proposal-view.ts";
import { loadPackageWithEarlier } from "./reading-store.ts";

/** Whoever stands aside sees no advice on the matter, also not after it is over. */
export async function loadAdvicePart(
  tx: UnitOfWork,
  { proposal, standing }: Pick<ProposalPage, "proposal" | "standing">,
): Promise<AdviceAnswer> {
  if (proposal.openedAt === null) return { advice: null, adviceState: "none" };
  if (standing.place === "recused") return { advice: null, adviceState: "withheld" };
  const advice = await findAdvice(tx, proposal.reference, await loadConstitution(tx, proposal));
  if (advice !== null) return { advice, adviceState: "given" };
  return { advice, adviceState: standing.isOver ? "none" : "asked" };
}

/** The principles of the charter under which the proposal opened (ADV-102). */
async function loadConstitution(tx: UnitOfWork, proposal: StoredProposal): Promise<readonly ConstitutionPrinciple[]> {
  const charter = proposal.charterVersion === null ? null : await findCharterVersion(tx, proposal.charterVersion);
  return charter?.content.constitution ?? [];
}

/** null: this proposal cannot be measured, because it opened under no charter. */
export async function loadAdviceInputs(tx: UnitOfWork, proposal: StoredProposal): Promise<AdviceInputs | null> {
  const principles = await loadConstitution(tx, proposal);
  if (principles.length === 0) return null;
  const model = proposal.modelId === null ? null : await loadModelById(tx, proposal.modelId);
  const reading = readPayload(proposal.kind, proposal.payload);
  const context = await loadKindContext(tx, reading, { model, conditions: proposal.conditions.length });
  return {
    proposal: {
      reference: proposal.reference,
      kind: proposal.kind,
      title: proposal.title,
      description: proposal.description,
      asked: reading.ask(context),
      grounds: toAdvisedGrounds(reading, context),
      whatItDoes: reading.describeEffect(context).sentence,
      effect: proposal.isBinding ? "binding" : "advisory",
    },
    principles: [...principles],
    conditions: proposal.conditions.map(({ text, dueInDays }) => ({ text, dueInDays })),
    ...(await loadMatterPart(tx, model, proposal.packageId)),
  };
}

async function loadMatterPart(
  tx: UnitOfWork,
  model: StoredModel | null,
  packageId: string | null,
): Promise<Pick<AdviceInputs, "subject" | "scorecard" | "gaps" | "sinceLastTime">> {
  const bare = { scorecard: null, gaps: [], sinceLastTime: null };
  if (model === null) return { subject: null, ...bare };
  if (packageId === null) return { subject: toAdvisedSubject({ model, stage: model.stage }), ...bare };
  const { current, previous } = await loadPackageWithEarlier(tx, model.id, packageId);
  const decided = toPackage(current);
  return {
    subject: toAdvisedSubject(decided),
    scorecard: toAdvisedScorecard(decided, current.evaluation),
    gaps: [...findGaps(decided, current.evaluation)],
    sinceLastTime: previous === null ? null : toAdvisedChange(toPackage(previous), decided),
  };
}
