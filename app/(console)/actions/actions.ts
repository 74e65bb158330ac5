"use server";
import { changeAction } from "@/lib/governance/meetings/operations/change-action";
import { toAction } from "@/lib/server/to-action";

export const changeActionAction = toAction(changeAction);
