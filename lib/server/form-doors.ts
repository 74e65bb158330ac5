// The operations behind what a form offers, as whoever is signed in may read them: everybody's models for those who speak for
// the board, their own for others; oneself is not among the people.
import { getSettings } from "../governance/identity/operations/get-settings.ts";
import { listPeople } from "../governance/identity/operations/list-people.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { listPolicies } from "../governance/policy/operations/list-policies.ts";
import { listComponents } from "../governance/portfolio/operations/list-components.ts";
import { readComponent } from "../governance/portfolio/operations/read-component.ts";
import type { ComponentStatus } from "../governance/portfolio/schema.ts";
import { listModels } from "../governance/registry/operations/list-models.ts";
import { readModel } from "../governance/registry/operations/read-model.ts";
import type { ModelStatus } from "../governance/registry/schema.ts";
import { pageQuery } from "./page-query.ts";

export function openDoors(actor: PersonActor) {
  const speaksForBoard = (["chair", "board_member", "admin"] as const).some((role) => actor.roles.includes(role));
  const doors = {
    models: (input: { status?: ModelStatus[]; limit: number }) =>
      pageQuery(listModels, { ...input, ...(speaksForBoard ? {} : { owner: "me" }) }),
    model: (reference: string) => pageQuery(readModel, { reference }),
    people: async (input: { limit: number }) => {
      const { items, nextCursor } = await pageQuery(listPeople, input);
      return { items: items.filter((one) => one.id !== actor.userId), nextCursor };
    },
    components: (input: { status: ComponentStatus[]; limit: number }) => pageQuery(listComponents, input),
    component: (reference: string) => pageQuery(readComponent, { reference }),
    policies: (input: { limit: number }) => pageQuery(listPolicies, input),
    settings: async () => (await pageQuery(getSettings, {})).settings,
  };
  return { doors, speaksForBoard };
}
