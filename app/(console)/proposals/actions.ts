"use server";
import { castBallot } from "@/lib/governance/voting/operations/cast-ballot";
import { closeProposal } from "@/lib/governance/voting/operations/close-proposal";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { decideAdvised } from "@/lib/governance/voting/operations/decide-advised";
import { deferProposal } from "@/lib/governance/voting/operations/defer-proposal";
import { openProposal } from "@/lib/governance/voting/operations/open-proposal";
import { recuseMember } from "@/lib/governance/voting/operations/recuse-member";
import { withdrawProposal } from "@/lib/governance/voting/operations/withdraw-proposal";
import { toAction } from "@/lib/server/to-action";

export const castBallotAction = toAction(castBallot);
export const recuseMemberAction = toAction(recuseMember);
export const openProposalAction = toAction(openProposal);
export const closeProposalAction = toAction(closeProposal);
export const deferProposalAction = toAction(deferProposal);
export const withdrawProposalAction = toAction(withdrawProposal);
export const decideAdvisedAction = toAction(decideAdvised);
export const createProposalAction = toAction(createProposal);
