"use server";
import { changeRules } from "@/lib/governance/escalations/operations/change-rules";
import { toAction } from "@/lib/server/to-action";

export const changeRulesAction = toAction(changeRules);
