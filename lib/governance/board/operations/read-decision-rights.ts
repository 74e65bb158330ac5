import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { DecisionRights, QuorumRules } from "../decision-right.ts";
import { loadCharterInForce } from "../store.ts";

export const readDecisionRights = defineOperation({
  name: "board.read_decision_rights",
  summary: "What the charter in force demands for each kind of board decision",
  permission: "charter.read",
  effect: "read",
  input: z.strictObject({}),
  output: z.strictObject({
    charter: z.string(),
    version: z.int(),
    decisionRights: DecisionRights,
    quorum: QuorumRules,
    sealedBallots: z.boolean(),
  }),
  async run({ now, tx }) {
    const { reference, version, content } = await loadCharterInForce(tx, await now());
    const { decisionRights, quorum, sealedBallots } = content;
    return { charter: reference, version, decisionRights, quorum, sealedBallots };
  },
});
