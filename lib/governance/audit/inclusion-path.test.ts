import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { traceInclusion } from "./inclusion-path.ts";
import { appendLeaves, EMPTY_RANGE, type Hash, hashLeaf, rootOfLeaves } from "./merkle.ts";
import { planInclusionProof, toProof } from "./proof.ts";

function treeOf(size: number) {
  const leaves = Array.from({ length: size }, (_, i) => hashLeaf(`leaf ${i}`));
  const nodes = new Map<string, Hash>();
  appendLeaves(EMPTY_RANGE, leaves, ({ level, index }, hash) => nodes.set(`${level}/${index}`, hash));
  const lookup = ({ level, index }: { level: number; index: number }) =>
    (level === 0 ? leaves[index] : nodes.get(`${level}/${index}`)) as Hash;
  return { leaves, lookup };
}

const trace = (number: number, size: number) => {
  const { leaves, lookup } = treeOf(size);
  const proof = toProof(planInclusionProof(number - 1, size), lookup);
  return traceInclusion({ number, size, leafHash: leaves[number - 1] as Hash, proof });
};

describe("the way of an entry to the root", () => {
  test("[AUD-4] names side and entries of every other hash", () => {
    expect(trace(3, 7).map(({ side, from, to }) => `${side} ${from}-${to}`)).toEqual([
      "right 4-4",
      "left 1-2",
      "right 5-7",
    ]);
    expect(trace(7, 7).map(({ side, from, to }) => `${side} ${from}-${to}`)).toEqual(["left 5-6", "left 1-4"]);
    expect(trace(1, 1)).toEqual([]);
  });

  test("[AUD-4] ends at the root, and the other hashes cover all other entries once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(), (size, pick) => {
        const number = (pick % size) + 1;
        const { leaves } = treeOf(size);
        const steps = trace(number, size);
        const root = Buffer.from(rootOfLeaves(leaves)).toString("hex");
        const own = Buffer.from(leaves[number - 1] as Hash).toString("hex");
        expect(steps.at(-1)?.result ?? own).toBe(root);
        const covered = steps.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
        expect([...covered, number].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i + 1));
      }),
    );
  });

  test("[AUD-4] a proof that is too short is no way", () => {
    const { leaves } = treeOf(4);
    expect(() => traceInclusion({ number: 2, size: 4, leafHash: leaves[1] as Hash, proof: [] })).toThrow(RangeError);
  });
});
