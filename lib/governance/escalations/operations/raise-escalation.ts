import { defineStatementOperation } from "../../../db/operation.ts";
import { toAnswer, toRaisedEvent } from "../answer.ts";
import { type Taken, takeInRaises } from "../intake-store.ts";
import { refuse } from "../refusals.ts";
import { RaiseInput } from "../schema.ts";
import { RaiseAnswer } from "../view.ts";

export const raiseEscalation = defineStatementOperation({
  name: "escalations.raise_escalation",
  summary: "Raise what needs attention",
  permission: "escalations.raise",
  effect: "write",
  input: RaiseInput,
  output: RaiseAnswer,
  async run({ input, actor, tx }) {
    const raised = [{ index: 0, reference: tx.reference("escalation"), raise: input }];
    const raisedBy = actor.kind === "person" ? actor.userId : null;
    const toEvent = ({ items: [item] }: Taken) =>
      item === undefined ? null : { ...toRaisedEvent(item), personal: { title: input.title } };
    const { items, refused } = await takeInRaises(tx, { raised, raisedBy, toEvent });
    const [item] = items;
    if (item === undefined) {
      const [{ path, code, message } = { path: "", code: "", message: "" }] = refused;
      const what = path === "modelRef" ? "model" : "venture";
      const reference = (path === "modelRef" ? input.modelRef : input.ventureRef) ?? "";
      throw refuse("escalations.unknown_subject", { what, reference }, [{ path, code, message }]);
    }
    return toAnswer(item);
  },
});
