"use server";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { createVenture } from "@/lib/governance/portfolio/operations/create-venture";
import { updateVenture } from "@/lib/governance/portfolio/operations/update-venture";
import { toAction } from "@/lib/server/to-action";

export const createVentureAction = toAction(createVenture);
export const updateVentureAction = toAction(updateVenture);
export const findPeopleAction = toAction(listPeople);
