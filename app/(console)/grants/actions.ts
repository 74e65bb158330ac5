"use server";
import { revokeGrant } from "@/lib/governance/policy/operations/revoke-grant";
import { toAction } from "@/lib/server/to-action";

export const revokeGrantAction = toAction(revokeGrant);
