"use server";
import { changeAccount } from "@/lib/governance/identity/operations/change-account";
import { changePassword } from "@/lib/governance/identity/operations/change-password";
import { changeSettings } from "@/lib/governance/identity/operations/change-settings";
import { createKey } from "@/lib/governance/identity/operations/create-key";
import { endOtherSessions } from "@/lib/governance/identity/operations/end-other-sessions";
import { endSession } from "@/lib/governance/identity/operations/end-session";
import { revokeKey } from "@/lib/governance/identity/operations/revoke-key";
import { toAction } from "@/lib/server/to-action";

export const changeSettingsAction = toAction(changeSettings);
export const changeAccountAction = toAction(changeAccount);
export const changePasswordAction = toAction(changePassword);
export const endSessionAction = toAction(endSession);
export const endOtherSessionsAction = toAction(endOtherSessions);
export const createKeyAction = toAction(createKey);
export const revokeKeyAction = toAction(revokeKey);
