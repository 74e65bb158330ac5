// Answers "which root do these leaves have?" (AUD-2), by RFC 6962 section 2.1: leaf = SHA-256(0x00 || data),
// node = SHA-256(0x01 || left || right). Sizes and indexes are safe integers; a hash is 32 bytes.
import { createHash } from "node:crypto";

export type Hash = Uint8Array;

/** Address of a perfect subtree: it covers the leaves [index * 2^level, (index + 1) * 2^level). Level 0 is a leaf. */
export type NodeAddress = { readonly level: number; readonly index: number };

const LEAF_PREFIX = Uint8Array.of(0);
const NODE_PREFIX = Uint8Array.of(1);

export function hashLeaf(leaf: string | Uint8Array): Hash {
  return createHash("sha256").update(LEAF_PREFIX).update(leaf).digest();
}

export function hashNode(left: Hash, right: Hash): Hash {
  return createHash("sha256").update(NODE_PREFIX).update(left).update(right).digest();
}

/** Root of the tree without leaves. */
function emptyRoot(): Hash {
  return createHash("sha256").digest();
}

/** The perfect subtrees of a tree, largest first: all that is needed to append and to know the root. */
export type CompactRange = { readonly size: number; readonly frontier: readonly Hash[] };

export const EMPTY_RANGE: CompactRange = { size: 0, frontier: [] };

/** Appends leaf hashes; `onNode` hears of every perfect subtree (level >= 1) as it completes. */
export function appendLeaves(
  range: CompactRange,
  leafHashes: Iterable<Hash>,
  onNode: (address: NodeAddress, hash: Hash) => void = () => undefined,
): CompactRange {
  const frontier = [...range.frontier];
  let size = range.size;
  for (const leafHash of leafHashes) {
    let hash = leafHash;
    let index = size;
    for (let level = 1; index % 2 === 1; level += 1) {
      const left = frontier.pop();
      if (left === undefined) throw new RangeError("The frontier does not fit the size");
      hash = hashNode(left, hash);
      index = Math.floor(index / 2);
      onNode({ level, index }, hash);
    }
    frontier.push(hash);
    size += 1;
  }
  return { size, frontier };
}

/** Folds adjacent subtrees, largest first, into the root of the leaves they cover. */
export function foldSubtrees(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return emptyRoot();
  return hashes.reduceRight((right, left) => hashNode(left, right));
}

export function rootOfRange(range: CompactRange): Hash {
  return foldSubtrees(range.frontier);
}

export function rootOfLeaves(leafHashes: Iterable<Hash>): Hash {
  return rootOfRange(appendLeaves(EMPTY_RANGE, leafHashes));
}

/** The perfect subtrees that cover the leaves [from, to), left to right; `from` must start a subtree of that length. */
export function coverRange(from: number, to: number): readonly NodeAddress[] {
  const addresses: NodeAddress[] = [];
  let start = from;
  while (start < to) {
    let level = 0;
    let width = 1;
    while (start + width * 2 <= to && start % (width * 2) === 0) {
      width *= 2;
      level += 1;
    }
    addresses.push({ level, index: start / width });
    start += width;
  }
  return addresses;
}
