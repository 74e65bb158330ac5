"use server";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { assessFacts } from "@/lib/governance/registry/operations/assess-facts";
import { assignOwner } from "@/lib/governance/registry/operations/assign-owner";
import { overrideTier } from "@/lib/governance/registry/operations/override-tier";
import { registerModel } from "@/lib/governance/registry/operations/register-model";
import { transitionModel } from "@/lib/governance/registry/operations/transition-model";
import { updateModel } from "@/lib/governance/registry/operations/update-model";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { toAction } from "@/lib/server/to-action";

export const assessFactsAction = toAction(assessFacts);
export const registerModelAction = toAction(registerModel);
export const updateModelAction = toAction(updateModel);
export const overrideTierAction = toAction(overrideTier);
export const transitionModelAction = toAction(transitionModel);
export const assignOwnerAction = toAction(assignOwner);
export const findPeopleAction = toAction(listPeople);
export const proposeAction = toAction(createProposal);
