"use server";
import { readEvaluation } from "@/lib/governance/registry/operations/read-evaluation";
import { saveScorecardDraft } from "@/lib/governance/registry/operations/save-scorecard-draft";
import { submitModel } from "@/lib/governance/voting/operations/submit-model";
import { toAction } from "@/lib/server/to-action";

export const readScorecardAction = toAction(readEvaluation);
export const saveScorecardAction = toAction(saveScorecardDraft);
export const submitModelAction = toAction(submitModel);
