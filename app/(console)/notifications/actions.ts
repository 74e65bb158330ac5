"use server";
import { markRead } from "@/lib/governance/notifications/operations/mark-read";
import { requeueMail } from "@/lib/governance/notifications/operations/requeue-mail";
import { toAction } from "@/lib/server/to-action";

export const markReadAction = toAction(markRead);
export const requeueMailAction = toAction(requeueMail);
