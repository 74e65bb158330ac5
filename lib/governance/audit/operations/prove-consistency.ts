import { defineOperation } from "../../../db/operation.ts";
import { planConsistencyProof, toProof } from "../proof.ts";
import { refuse } from "../refusals.ts";
import { ConsistencyInput, ConsistencyOutput } from "../schema.ts";
import { loadNodes, loadRoot, loadTreeSize } from "../store.ts";

export const proveConsistency = defineOperation({
  name: "audit.prove_consistency",
  summary: "Proof that the log only grew between two sizes",
  permission: "audit.verify",
  effect: "read",
  input: ConsistencyInput,
  output: ConsistencyOutput,
  async run({ input: { from, to }, tx }) {
    const latest = await loadTreeSize(tx.db);
    if (to > latest) throw refuse("audit.size_out_of_range", { size: to, latest });
    const steps = planConsistencyProof(from, to);
    const proof = toProof(steps, await loadNodes(tx.db, steps));
    return {
      from,
      to,
      fromRoot: toHex(await loadRoot(tx.db, from)),
      toRoot: toHex(await loadRoot(tx.db, to)),
      proof: proof.map(toHex),
    };
  },
});

function toHex(hash: Uint8Array): string {
  return Buffer.from(hash).toString("hex");
}
