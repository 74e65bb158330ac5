import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appendLeaves, EMPTY_RANGE, type Hash, hashLeaf, type NodeAddress, rootOfLeaves } from "./merkle.ts";
import { planConsistencyProof, planInclusionProof, toProof, verifyConsistency, verifyInclusion } from "./proof.ts";

const MOST = 300;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const hashes = Array.from({ length: MOST }, (_, i) => hashLeaf(`leaf ${i}`));
const roots = Array.from({ length: MOST + 1 }, (_, size) => rootOfLeaves(hashes.slice(0, size)));
const rootOf = (size: number) => roots[size] as Hash;

// Only nodes that the whole log holds may be asked for: the same lookup serves every size.
const nodes = new Map<string, Hash>();
appendLeaves(EMPTY_RANGE, hashes, ({ level, index }, hash) => nodes.set(`${level}/${index}`, hash));
function lookup({ level, index }: NodeAddress): Hash {
  const hash = level === 0 ? hashes[index] : nodes.get(`${level}/${index}`);
  if (hash === undefined) throw new Error(`There is no node ${level}/${index}`);
  return hash;
}

const inclusion = (index: number, size: number) => ({
  index,
  size,
  leafHash: hashes[index] as Hash,
  proof: toProof(planInclusionProof(index, size), lookup),
  root: rootOf(size),
});
const consistency = (first: number, second: number) => ({
  first,
  second,
  firstRoot: rootOf(first),
  secondRoot: rootOf(second),
  proof: toProof(planConsistencyProof(first, second), lookup),
});

function flip(hash: Hash, bit: number): Hash {
  const copy = Uint8Array.from(hash);
  const at = bit % 256;
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
  return copy;
}

describe("inclusion", () => {
  test("[AUD-4] every leaf of every size up to 130 is proved", () => {
    for (let size = 1; size <= 130; size += 1) {
      for (let index = 0; index < size; index += 1) {
        expect(verifyInclusion(inclusion(index, size)).outcome).toBe("proved");
      }
    }
  });

  test("[AUD-4] any size up to 300, and nothing survives a flipped bit, another index or another size", () => {
    const size = fc.integer({ min: 2, max: MOST });
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), fc.nat(), (n, at, step, bit) => {
        const claim = inclusion(at % n, n);
        expect(verifyInclusion(claim).outcome).toBe("proved");
        const proof = claim.proof.map((hash, i) => (i === step % claim.proof.length ? flip(hash, bit) : hash));
        expect(verifyInclusion({ ...claim, proof }).outcome).toBe("refuted");
        expect(verifyInclusion({ ...claim, leafHash: flip(claim.leafHash, bit) }).outcome).toBe("refuted");
        expect(verifyInclusion({ ...claim, root: flip(claim.root, bit) }).outcome).toBe("refuted");
        expect(verifyInclusion({ ...claim, index: (claim.index + 1 + (step % (n - 1))) % n }).outcome).toBe("refuted");
      }),
      { numRuns: 300 },
    );
  });

  test("[AUD-4] the published path of leaf 0 of 8 and leaf 5 of 8", () => {
    const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    const known = leaves.map((leaf) => hashLeaf(Buffer.from(leaf, "hex")));
    const kept = new Map<string, Hash>();
    appendLeaves(EMPTY_RANGE, known, ({ level, index }, hash) => kept.set(`${level}/${index}`, hash));
    const find = ({ level, index }: NodeAddress) =>
      (level === 0 ? known[index] : kept.get(`${level}/${index}`)) as Hash;
    expect(toProof(planInclusionProof(0, 8), find).map(hex)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
    expect(toProof(planInclusionProof(5, 8), find).map(hex)).toEqual([
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
  });

  test.each([
    { name: "an index at the size", change: { index: 8 }, code: "audit.proof_out_of_range" },
    { name: "a negative index", change: { index: -1 }, code: "audit.proof_out_of_range" },
    { name: "half an index", change: { index: 0.5 }, code: "audit.proof_out_of_range" },
    { name: "a proof that is too short", change: { proof: [] }, code: "audit.proof_wrong_length" },
    { name: "a proof that is too long", change: { proof: hashes.slice(0, 4) }, code: "audit.proof_wrong_length" },
    { name: "a root of no bytes", change: { root: new Uint8Array(0) }, code: "audit.proof_other_root" },
  ])("[AUD-4] refuted: $name", ({ change, code }) => {
    const verdict = verifyInclusion({ ...inclusion(3, 8), ...change });
    expect([verdict.outcome, verdict.reasons[0]?.code]).toEqual(["refuted", code]);
  });

  test("[AUD-4] a proof is planned in logarithmic steps at 2^45 entries", () => {
    expect(planInclusionProof(2 ** 44 + 12_345, 2 ** 45).length).toBe(45);
  });
});

describe("consistency", () => {
  test("[AUD-4] every pair of sizes up to 100 is proved", () => {
    for (let second = 0; second <= 100; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        expect(verifyConsistency(consistency(first, second)).outcome).toBe("proved");
      }
    }
  });

  test("[AUD-4] any pair up to 300, and no fork passes", () => {
    const size = fc.integer({ min: 1, max: MOST });
    fc.assert(
      fc.property(size, size, fc.nat(), fc.nat(), (a, b, step, bit) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const claim = consistency(first, second);
        expect(verifyConsistency(claim).outcome).toBe("proved");
        expect(verifyConsistency({ ...claim, firstRoot: flip(claim.firstRoot, bit) }).outcome).toBe("refuted");
        expect(verifyConsistency({ ...claim, secondRoot: flip(claim.secondRoot, bit) }).outcome).toBe("refuted");
        if (claim.proof.length > 0) {
          const proof = claim.proof.map((hash, i) => (i === step % claim.proof.length ? flip(hash, bit) : hash));
          expect(verifyConsistency({ ...claim, proof }).outcome).toBe("refuted");
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    {
      name: "a first size above the second",
      claim: { ...consistency(3, 8), first: 9 },
      code: "audit.proof_out_of_range",
    },
    {
      name: "a proof between equal sizes",
      claim: { ...consistency(8, 8), proof: [rootOf(1)] },
      code: "audit.proof_wrong_length",
    },
    {
      name: "an empty tree with a root of its own",
      claim: { ...consistency(0, 8), firstRoot: rootOf(1) },
      code: "audit.proof_other_root",
    },
    {
      name: "equal sizes with different roots",
      claim: { ...consistency(8, 8), firstRoot: rootOf(7) },
      code: "audit.proof_other_root",
    },
  ])("[AUD-4] refuted: $name", ({ claim, code }) => {
    expect(verifyConsistency(claim).reasons[0]?.code).toBe(code);
  });
});
