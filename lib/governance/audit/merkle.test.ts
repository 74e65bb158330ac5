import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appendLeaves,
  coverRange,
  EMPTY_RANGE,
  hashLeaf,
  hashNode,
  type NodeAddress,
  rootOfLeaves,
  rootOfRange,
} from "./merkle.ts";

// The eight leaves and roots that certificate transparency implementations test themselves with.
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const EMPTY_ROOT = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const leafHashes = LEAVES.map((leaf) => hashLeaf(Buffer.from(leaf, "hex")));

/** The definition of RFC 6962 2.1, word for word, to hold the compact range to. */
function rootByDefinition(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (hashes.length <= 1) return only ?? rootOfLeaves([]);
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return hashNode(rootByDefinition(hashes.slice(0, split)), rootByDefinition(hashes.slice(split)));
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => hashLeaf(`leaf ${i}`));

describe("the tree of RFC 6962", () => {
  test("[AUD-2] no leaves", () => expect(hex(rootOfLeaves([]))).toBe(EMPTY_ROOT));

  test.each(ROOTS.map((root, i) => ({ size: i + 1, root })))(
    "[AUD-2] the well-known root of $size leaves",
    ({ size, root }) => {
      expect(hex(rootOfLeaves(leafHashes.slice(0, size)))).toBe(root);
    },
  );

  test("[AUD-2] text is hashed as UTF-8", () => {
    expect(hex(hashLeaf("Zoë ✓"))).toBe(hex(hashLeaf(Buffer.from("Zoë ✓", "utf8"))));
  });

  test("[AUD-2] a leaf cannot pass for a node", () => {
    const [left, right] = numbered(2) as [Uint8Array, Uint8Array];
    expect(hex(hashLeaf(Buffer.concat([left, right])))).not.toBe(hex(hashNode(left, right)));
  });

  test("[AUD-2] every size up to 300 has the root of the definition", () => {
    const hashes = numbered(300);
    for (let size = 0; size <= 300; size += 1) {
      expect(hex(rootOfLeaves(hashes.slice(0, size)))).toBe(hex(rootByDefinition(hashes.slice(0, size))));
    }
  });

  test("[AUD-2] appending in any portions gives the same tree and the same nodes", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 8 }), (portions) => {
        const hashes = numbered(portions.reduce((sum, portion) => sum + portion, 0));
        const nodes = new Map<string, string>();
        const keep = (address: NodeAddress, hash: Uint8Array) => {
          nodes.set(`${address.level}/${address.index}`, hex(hash));
        };
        let range = EMPTY_RANGE;
        for (const portion of portions) {
          range = appendLeaves(range, hashes.slice(range.size, range.size + portion), keep);
        }
        expect(hex(rootOfRange(range))).toBe(hex(rootByDefinition(hashes)));
        for (const [address, hash] of nodes) {
          const [level = 0, index = 0] = address.split("/").map(Number);
          expect(hash).toBe(hex(rootByDefinition(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level))));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("[AUD-2] a range is covered without gap or overlap, even beyond 32 bits", () => {
    const size = 2 ** 40 + 5;
    const cover = coverRange(0, size);
    expect(cover).toEqual([
      { level: 40, index: 0 },
      { level: 2, index: 2 ** 38 },
      { level: 0, index: 2 ** 40 + 4 },
    ]);
  });
});
