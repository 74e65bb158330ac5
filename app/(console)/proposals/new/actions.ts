"use server";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { listComponents } from "@/lib/governance/portfolio/operations/list-components";
import { readComponent } from "@/lib/governance/portfolio/operations/read-component";
import { listModels } from "@/lib/governance/registry/operations/list-models";
import { toAction } from "@/lib/server/to-action";

export const findModelsAction = toAction(listModels);
export const findPeopleAction = toAction(listPeople);
export const findComponentsAction = toAction(listComponents);
export const readComponentAction = toAction(readComponent);
