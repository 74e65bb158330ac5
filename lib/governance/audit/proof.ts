// Answers "is this entry in that log?" and "did that log only grow?" (AUD-4): RFC 6962 section 2.1.1 and 2.1.2 proofs,
// planned as node addresses so that the store reads them at once, and verified as RFC 9162 sections 2.1.3.2 and 2.1.4.2.
import type { Verdict } from "../kernel/verdict.ts";
import { coverRange, foldSubtrees, type Hash, hashNode, type NodeAddress } from "./merkle.ts";

/** One hash of a proof, as the perfect subtrees that fold into it. */
export type ProofStep = readonly NodeAddress[];
export type NodeLookup = (address: NodeAddress) => Hash;

export type ProofVerdict = Verdict<
  "proved" | "refuted",
  "audit.proof_holds" | "audit.proof_out_of_range" | "audit.proof_wrong_length" | "audit.proof_other_root"
>;

/** Steps of the inclusion proof of leaf `index` (from 0) in the tree of `size`, from the leaf up. */
export function planInclusionProof(index: number, size: number): readonly ProofStep[] {
  requireInteger(index, 0, size - 1, "index");
  const steps: ProofStep[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const split = from + largestPowerBelow(to - from);
    if (index < split) {
      steps.push(coverRange(split, to));
      to = split;
    } else {
      steps.push(coverRange(from, split));
      from = split;
    }
  }
  return steps.reverse();
}

/** Steps of the proof that the tree of size `first` is a prefix of the tree of size `second`. */
export function planConsistencyProof(first: number, second: number): readonly ProofStep[] {
  requireInteger(second, 0, Number.MAX_SAFE_INTEGER, "second");
  requireInteger(first, 0, second, "first");
  if (first === 0 || first === second) return [];
  const steps: ProofStep[] = [];
  let from = 0;
  let to = second;
  while (first < to) {
    const split = from + largestPowerBelow(to - from);
    if (first <= split) {
      steps.push(coverRange(split, to));
      to = split;
    } else {
      steps.push(coverRange(from, split));
      from = split;
    }
  }
  // The old tree's last subtree is known to the verifier only when it is the whole old tree.
  if (from > 0) steps.push(coverRange(from, to));
  return steps.reverse();
}

export function toProof(steps: readonly ProofStep[], lookup: NodeLookup): readonly Hash[] {
  return steps.map((step) => foldSubtrees(step.map(lookup)));
}

export function verifyInclusion(claim: {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}): ProofVerdict {
  const { index, size } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) return refuted("audit.proof_out_of_range", { index, size });
  const expectedLength = planInclusionProof(index, size).length;
  const length = claim.proof.length;
  if (length !== expectedLength) return refuted("audit.proof_wrong_length", { length, expectedLength });
  let position = index;
  let last = size - 1;
  let hash = claim.leafHash;
  for (const sibling of claim.proof) {
    if (position % 2 === 1 || position === last) {
      hash = hashNode(sibling, hash);
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      hash = hashNode(hash, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return isSameHash(hash, claim.root) ? proved({ index, size }) : refuted("audit.proof_other_root", { index, size });
}

export function verifyConsistency(claim: {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Hash;
  readonly secondRoot: Hash;
  readonly proof: readonly Hash[];
}): ProofVerdict {
  const { first, second } = claim;
  const facts = { first, second };
  if (!isCount(first) || !isCount(second) || first > second) return refuted("audit.proof_out_of_range", facts);
  const expectedLength = planConsistencyProof(first, second).length;
  const length = claim.proof.length;
  if (length !== expectedLength) return refuted("audit.proof_wrong_length", { length, expectedLength });
  if (first === second) {
    return isSameHash(claim.firstRoot, claim.secondRoot) ? proved(facts) : refuted("audit.proof_other_root", facts);
  }
  if (first === 0) {
    return isSameHash(claim.firstRoot, foldSubtrees([])) ? proved(facts) : refuted("audit.proof_other_root", facts);
  }
  const [firstRoot, secondRoot] = rebuildRoots(claim);
  const holds = isSameHash(firstRoot, claim.firstRoot) && isSameHash(secondRoot, claim.secondRoot);
  return holds ? proved(facts) : refuted("audit.proof_other_root", facts);
}

function rebuildRoots(claim: Parameters<typeof verifyConsistency>[0]): readonly [Hash, Hash] {
  let position = claim.first - 1;
  let last = claim.second - 1;
  while (position % 2 === 1) [position, last] = [half(position), half(last)];
  const path = position === 0 ? [claim.firstRoot, ...claim.proof] : claim.proof;
  const [seed, ...siblings] = path;
  if (seed === undefined) throw new RangeError("A proof of the right length has a seed");
  let firstRoot = seed;
  let secondRoot = seed;
  for (const sibling of siblings) {
    if (position % 2 === 1 || position === last) {
      firstRoot = hashNode(sibling, firstRoot);
      secondRoot = hashNode(sibling, secondRoot);
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      secondRoot = hashNode(secondRoot, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return [firstRoot, secondRoot];
}

function proved(facts: Readonly<Record<string, number>>): ProofVerdict {
  return { outcome: "proved", reasons: [{ code: "audit.proof_holds", facts }] };
}

function refuted(code: ProofVerdict["reasons"][number]["code"], facts: Readonly<Record<string, number>>): ProofVerdict {
  return { outcome: "refuted", reasons: [{ code, facts }] };
}

function isSameHash(left: Hash, right: Hash): boolean {
  return left.length === 32 && Buffer.compare(left, right) === 0;
}

// Division, not bit shifts: shifts would cut sizes to 32 bits.
function half(value: number): number {
  return Math.floor(value / 2);
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function requireInteger(value: number, least: number, most: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new RangeError(`${name} must be an integer from ${least} to ${most}: ${value}`);
  }
}
