// Advice on a proposal, asked for after it opened and apart from it (ADV-2): reads the frozen matter, asks the analyst
// outside every transaction, keeps the answer. Later the decision is put beside it (ADV-4).
import { z } from "zod";
import { recordAdvice } from "../governance/advisory/operations/record-advice.ts";
import { settleAdvice } from "../governance/advisory/operations/settle-advice.ts";
import { adviseByRules } from "../governance/advisory/rule-analyst.ts";
import type { Advice, AdviceInputs, Provider } from "../governance/advisory/schema.ts";
import { SettledOutcome } from "../governance/advisory/schema.ts";
import { readAdviceInputs } from "../governance/voting/operations/read-advice-inputs.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import { configuredModel, consultModel } from "../server/language-model.ts";
import type { JobData } from "./outbox-relay.ts";

export type Analyst = {
  readonly provider: Provider;
  /** Never rejects for what the analyst did: that is advice with an error. */
  readonly advise: (inputs: AdviceInputs) => Promise<Advice>;
};

export const RULE_ANALYST: Analyst = {
  provider: "rule_based",
  advise: async (inputs) => adviseByRules(inputs),
};

/** A language model when one is configured, else the rules. */
function chooseAnalyst(): Analyst {
  const model = configuredModel();
  if (model === null) return RULE_ANALYST;
  return { provider: "language_model", advise: (inputs) => consultModel(model, inputs) };
}

const Opened = z.object({ proposalReference: z.string() });
type Message = Pick<JobData, "organizationId" | "payload" | "requestId">;

export async function askAdvice(message: Message, analyst: Analyst = chooseAnalyst()): Promise<void> {
  const { organizationId, payload, requestId } = message;
  const { proposalReference } = Opened.parse(payload);
  const reading = systemActor(organizationId, readAdviceInputs.name);
  const input = { reference: proposalReference, provider: analyst.provider };
  const { inputs } = await invoke(readAdviceInputs, { actor: reading, requestId, input });
  if (inputs === null) return;
  const advice = await analyst.advise(inputs);
  const actor = systemActor(organizationId, recordAdvice.name);
  await invoke(recordAdvice, { actor, requestId, input: { proposalReference, advice } });
}

const Decided = z.object({
  decisionReference: z.string(),
  proposalReference: z.string().nullable(),
  outcome: SettledOutcome,
  decidedAt: z.iso.datetime().optional(),
});

/** Decisions without a proposal were advised by nobody; messages of an earlier edition say no instant. */
export async function compareAdvice({ organizationId, payload, requestId }: Message): Promise<void> {
  const { proposalReference, decidedAt, ...decided } = Decided.parse(payload);
  if (proposalReference === null || decidedAt === undefined) return;
  const actor = systemActor(organizationId, settleAdvice.name);
  await invoke(settleAdvice, { actor, requestId, input: { ...decided, proposalReference, decidedAt } });
}
