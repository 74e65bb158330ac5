import { defineOperation } from "../../../db/operation.ts";
import { loadAllegationViews } from "../allegation-page-store.ts";
import { findAllegation, requireVisible } from "../allegation-store.ts";
import { AllegationReference, AllegationView } from "../allegation-view.ts";

export const readAllegation = defineOperation({
  name: "voting.read_allegation",
  summary: "One alleged conflict of interest, with its answer, who rules on it, and the ruling",
  permission: "board.read",
  effect: "read",
  input: AllegationReference,
  output: AllegationView,
  async run({ input, actor, now, tx }) {
    const allegation = requireVisible(await findAllegation(tx, input.reference), input.reference, actor);
    const [view] = await loadAllegationViews(tx, [allegation], { actor, at: await now() });
    if (view === undefined) throw new Error(`Nothing to show of ${allegation.reference}`);
    return view;
  },
});
