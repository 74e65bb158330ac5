// The board takes a model out of the registry's life for good (REG-1): decommission.

import { toModelTitle } from "../../registry/schema.ts";
import { DecommissionPayload } from "../request.ts";
import { aboutModel, type DecisionKind } from "./kind.ts";

export const decommission: DecisionKind = {
  input: DecommissionPayload,
  read: (payload) => {
    const { model, reason } = DecommissionPayload.parse(payload);
    return {
      model,
      subject: model,
      effect: { type: "change_status", to: "decommissioned" },
      grounds: reason,
      ask: aboutModel((subject) => `Decommission “${toModelTitle(subject)}”?`),
      describeEffect: aboutModel((subject) => ({
        sentence: `“${toModelTitle(subject)}” is decommissioned: it takes no further changes and cannot come back.`,
        items: [{ what: "Status", before: subject.status, after: "decommissioned" }],
      })),
    };
  },
};
