// The board takes a model out of the registry's life for good (REG-1): decommission.

import { toModelTitle } from "../../registry/schema.ts";
import { DecommissionPayload } from "../request.ts";
import { type KindDefinition, modelOf } from "./kind.ts";

export const decommission: KindDefinition = {
  summary: "Take a model out of the registry’s life for good",
  way: {
    by: "form",
    title: "Decommission “{model}”",
    fields: [
      {
        ...{ type: "model", name: "model", label: "Model", statuses: ["deprecated", "suspended"] },
        hint: "Deprecated and suspended models can be decommissioned",
      },
      {
        ...{ type: "long_text", name: "reason", label: "Reason", most: 2_000 },
        hint: "What replaces it, who still depends on it, and what happens to its data",
      },
    ],
  },
  input: DecommissionPayload,
  read: (payload) => {
    const { model, reason } = DecommissionPayload.parse(payload);
    return {
      model,
      subject: model,
      effect: { type: "change_status", to: "decommissioned" },
      grounds: reason,
      ask: (context) => `Decommission “${toModelTitle(modelOf(context))}”?`,
      describeEffect: (context) => ({
        sentence: `“${toModelTitle(modelOf(context))}” is decommissioned: it takes no further changes and cannot come back.`,
        items: [{ what: "Status", before: modelOf(context).status, after: "decommissioned" }],
      }),
    };
  },
};
