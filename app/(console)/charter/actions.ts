"use server";
import { discardCharterDraft } from "@/lib/governance/board/operations/discard-charter-draft";
import { saveCharterDraft } from "@/lib/governance/board/operations/save-charter-draft";
import { proposeAmendment } from "@/lib/governance/voting/operations/propose-amendment";
import { toAction } from "@/lib/server/to-action";

export const saveCharterDraftAction = toAction(saveCharterDraft);
export const discardCharterDraftAction = toAction(discardCharterDraft);
export const proposeAmendmentAction = toAction(proposeAmendment);
