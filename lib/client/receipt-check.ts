// Answers "does this receipt hold?" in the reader's own browser, with the browser's own cryptography, apart from the code
// of the server that handed it out (AUD-4): text -> hash -> path (RFC 9162, 2.1.3.2) -> root -> signature (C2SP note).
import type { ReceiptProof } from "../governance/audit/schema.ts";

export type ReceiptStep = "text" | "path" | "signature";
/** `unable`: this browser cannot do it, which says nothing about the receipt. */
export type StepAnswer = "holds" | "fails" | "unable";
export type ReceiptAnswer = Readonly<Record<ReceiptStep, StepAnswer>>;

type Bytes = Uint8Array<ArrayBuffer>;

const NOTE =
  /^(?<text>(?<origin>[^\n]+)\n(?<size>0|[1-9][0-9]*)\n(?<root>[A-Za-z0-9+/]{43}=)\n)\n(?<signatures>(?:\u2014 [^\n]+\n)+)$/u;

export async function checkReceipt(receipt: ReceiptProof): Promise<ReceiptAnswer> {
  // Absent where the page is neither from this machine nor over https.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return { text: "unable", path: "unable", signature: "unable" };
  const note = NOTE.exec(receipt.checkpoint)?.groups;
  if (note === undefined) return { text: "fails", path: "fails", signature: "fails" };
  const leafHash = await hash(subtle, Uint8Array.of(0), new TextEncoder().encode(receipt.leaf));
  const root = await walk(subtle, { receipt, leafHash, size: Number(note.size) });
  return {
    text: toHex(leafHash) === receipt.leafHash ? "holds" : "fails",
    path: root !== null && toHex(root) === toHex(fromBase64(note.root ?? "")) ? "holds" : "fails",
    signature: await checkSignature(subtle, receipt, note),
  };
}

async function hash(subtle: SubtleCrypto, ...parts: readonly Bytes[]): Promise<Bytes> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return new Uint8Array(await subtle.digest("SHA-256", whole));
}

type Walk = { readonly receipt: ReceiptProof; readonly leafHash: Bytes; readonly size: number };

/** The root that the path leads to; null when it is too long or too short for the place. */
async function walk(subtle: SubtleCrypto, { receipt, leafHash, size }: Walk): Promise<Bytes | null> {
  let place = receipt.number - 1;
  let last = size - 1;
  if (place < 0 || place > last) return null;
  let own = leafHash;
  for (const text of receipt.proof) {
    if (last === 0) return null;
    const other = fromHex(text);
    if (place % 2 === 1 || place === last) {
      own = await hash(subtle, Uint8Array.of(1), other, own);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      own = await hash(subtle, Uint8Array.of(1), own, other);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? own : null;
}

async function checkSignature(
  subtle: SubtleCrypto,
  receipt: ReceiptProof,
  note: Record<string, string>,
): Promise<StepAnswer> {
  const parts = /^(?<name>[^\s+]+)\+(?<id>[0-9a-f]{8})\+(?<data>[A-Za-z0-9+/=]+)$/u.exec(receipt.publicKey)?.groups;
  const data = fromBase64(parts?.data ?? "");
  if (parts?.name !== note.origin || data.length !== 33 || data[0] !== 1) return "fails";
  const id = (await hash(subtle, new TextEncoder().encode(`${parts?.name}\n`), data)).slice(0, 4);
  const signature = findSignature(note, id);
  if (signature === null || toHex(id) !== parts?.id) return "fails";
  try {
    const key = await subtle.importKey("raw", data.slice(1), "Ed25519", false, ["verify"]);
    const text = new TextEncoder().encode(note.text);
    return (await subtle.verify("Ed25519", key, signature, text)) ? "holds" : "fails";
  } catch (error) {
    // Older browsers do not know Ed25519.
    if (error instanceof DOMException && error.name === "NotSupportedError") return "unable";
    throw error;
  }
}

function findSignature(note: Record<string, string>, id: Bytes): Bytes | null {
  for (const line of (note.signatures ?? "").split("\n")) {
    const [, name, encoded = ""] = line.split(" ");
    const blob = fromBase64(encoded);
    if (name === note.origin && blob.length === 68 && toHex(blob.slice(0, 4)) === toHex(id)) return blob.slice(4);
  }
  return null;
}

function fromBase64(text: string): Bytes {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function fromHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Division, not bit shifts: shifts would cut places to 32 bits.
function half(value: number): number {
  return Math.floor(value / 2);
}
