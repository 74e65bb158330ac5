import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { ComponentView, ReadComponentInput } from "../schema.ts";
import { findComponent, loadComponentChanges } from "../store.ts";
import { toComponentItem } from "../view.ts";

export const readComponent = defineOperation({
  name: "portfolio.read_component",
  summary: "One component, and what decisions made of it",
  permission: "portfolio.read",
  effect: "read",
  input: ReadComponentInput,
  output: ComponentView,
  async run({ input, tx }) {
    const component = await findComponent(tx, input.reference);
    if (component === null) throw refuse("kernel.not_found", { subject: "component", reference: input.reference });
    const { riskAssessment, revision, registeredBy, registeredAt } = component;
    return {
      ...toComponentItem(component),
      ...{ riskAssessment, revision, registeredBy },
      registeredAt: registeredAt.toISOString(),
      changes: await loadComponentChanges(tx, component.id),
    };
  },
});
