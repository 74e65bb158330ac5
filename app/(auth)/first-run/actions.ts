"use server";
import { randomUUID } from "node:crypto";
import { foundOrganization } from "@/lib/governance/board/operations/found-organization";
import { toPublicAction } from "@/lib/server/to-public-action";

/** The organisation that is about to be: its id is chosen here. */
export const foundOrganizationAction = toPublicAction(foundOrganization, async () => randomUUID());
