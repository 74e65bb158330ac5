import { defineOperation } from "../../../db/operation.ts";
import { toAnswer } from "../answer.ts";
import { type EscalationsEvent, escalationSubject } from "../events.ts";
import { takeInRaises } from "../intake-store.ts";
import { refuse } from "../refusals.ts";
import { RaiseInput } from "../schema.ts";
import { RaiseAnswer } from "../view.ts";

export const raiseEscalation = defineOperation({
  name: "escalations.raise_escalation",
  summary: "Raise what needs attention",
  permission: "escalations.raise",
  effect: "write",
  input: RaiseInput,
  output: RaiseAnswer,
  async run({ input, actor, now, tx }) {
    const raised = [{ index: 0, reference: tx.reference("escalation"), raise: input }];
    const raisedBy = actor.kind === "person" ? actor.userId : null;
    const { items, refused } = await takeInRaises(tx, { raised, raisedBy, at: await now() });
    const [item] = items;
    if (item === undefined) {
      const [{ path, code, message } = { path: "", code: "", message: "" }] = refused;
      const what = path === "modelRef" ? "model" : "venture";
      const reference = (path === "modelRef" ? input.modelRef : input.ventureRef) ?? "";
      throw refuse("escalations.unknown_subject", { what, reference }, [{ path, code, message }]);
    }
    const answer = toAnswer(item);
    const { severity, severityScore: score, channel, merged: isMerged, occurrences, respondBy } = answer;
    await tx.record({
      action: "escalations.escalation_raised",
      subject: escalationSubject(answer.reference),
      details: {
        ...{ severity, score, channel, isMerged, occurrences, respondBy, category: item.category },
        ...{ model: item.model?.reference ?? null, venture: item.venture?.reference ?? null },
      },
      personal: { title: input.title },
    } satisfies EscalationsEvent & { personal: object });
    return answer;
  },
});
