import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { Category, NeverAutonomous, type Trigger } from "../schema.ts";
import { TRIGGERS } from "../trigger.ts";
import { TriggerCatalogue } from "../view.ts";

export const listTriggers = defineOperation({
  name: "escalations.list_triggers",
  summary: "Known triggers with their severity, and the categories there are",
  permission: "escalations.raise",
  effect: "read",
  input: z.strictObject({}),
  output: TriggerCatalogue,
  run: async () => ({
    triggers: (Object.keys(TRIGGERS) as Trigger[]).map((trigger) => {
      const { label, severity } = TRIGGERS[trigger];
      return { trigger, label, severity };
    }),
    categories: Category.options.map((category) => ({
      category,
      isNeverAutonomous: NeverAutonomous.safeParse(category).success,
    })),
  }),
});
