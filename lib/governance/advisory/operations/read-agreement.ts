import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { toAgreement } from "../agreement.ts";
import { AgreementView } from "../schema.ts";
import { loadSettled } from "../store.ts";

export const readAgreement = defineOperation({
  name: "advisory.read_agreement",
  summary: "How often advice and decision agreed, per analyst and over time",
  permission: "voting.read",
  effect: "read",
  input: z.strictObject({}),
  output: AgreementView,
  async run({ tx }) {
    return toAgreement(await loadSettled(tx));
  },
});
