"use server";
import { markAllRead } from "@/lib/governance/notifications/operations/mark-all-read";
import { toAction } from "@/lib/server/to-action";

export const markAllReadAction = toAction(markAllRead);
