// The board takes a model out of the registry's life for good (REG-1): decommission.

import { DecommissionPayload } from "../request.ts";
import type { DecisionKind } from "./kind.ts";

export const decommission: DecisionKind = {
  input: DecommissionPayload,
  read: (payload) => {
    const { model, reason } = DecommissionPayload.parse(payload);
    return {
      model,
      effect: { type: "change_status", to: "decommissioned" },
      grounds: reason,
      ask: ({ name, version }) => `Decommission “${name} ${version}”?`,
      describeEffect: ({ name, version, status }) => ({
        sentence: `“${name} ${version}” is decommissioned: it takes no further changes and cannot come back.`,
        items: [{ what: "Status", before: status, after: "decommissioned" }],
      }),
    };
  },
};
