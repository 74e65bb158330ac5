"use server";
import { setBudget } from "@/lib/governance/escalations/operations/set-budget";
import { toAction } from "@/lib/server/to-action";

export const setBudgetAction = toAction(setBudget);
