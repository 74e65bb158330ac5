// Answers "how does this entry lead to the root?" (AUD-4), step by step for the eye: on which side the other hash stands,
// which entries it stands for, and what both give together. The verdict is that of `proof.ts`.
import { type Hash, hashNode } from "./merkle.ts";
import { planInclusionProof } from "./proof.ts";
import type { PathStep } from "./schema.ts";

/** `number` from 1, in the tree of `size` entries; the last result is the root the proof leads to. */
export function traceInclusion(claim: {
  readonly number: number;
  readonly size: number;
  readonly leafHash: Hash;
  readonly proof: readonly Hash[];
}): readonly PathStep[] {
  const steps = planInclusionProof(claim.number - 1, claim.size);
  let hash = claim.leafHash;
  return steps.map((addresses, place) => {
    const sibling = claim.proof[place];
    const first = addresses[0];
    const last = addresses.at(-1);
    if (sibling === undefined || first === undefined || last === undefined)
      throw new RangeError("The proof is too short");
    const from = first.index * 2 ** first.level + 1;
    const to = (last.index + 1) * 2 ** last.level;
    const side = from < claim.number ? "left" : "right";
    hash = side === "left" ? hashNode(sibling, hash) : hashNode(hash, sibling);
    return { side, from, to, hash: toHex(sibling), result: toHex(hash) };
  });
}

function toHex(hash: Hash): string {
  return Buffer.from(hash).toString("hex");
}
