// Answers "which log does this signature stand for?" (AUD-3): a C2SP tlog-checkpoint (origin, size, root) as a C2SP
// signed note with one Ed25519 signature. A public key travels as a C2SP vkey: name+keyid+base64(0x01 || key).
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Verdict } from "../kernel/verdict.ts";
import type { Hash } from "./merkle.ts";

export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

export type CheckpointVerdict = Verdict<
  "authentic" | "rejected",
  | "audit.checkpoint_signed"
  | "audit.checkpoint_malformed"
  | "audit.checkpoint_other_origin"
  | "audit.checkpoint_unknown_key"
  | "audit.checkpoint_bad_signature"
  | "audit.public_key_malformed"
>;

const ED25519 = 0x01;
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;
const NOTE =
  /^(?<origin>[^\n]+)\n(?<size>0|[1-9][0-9]{0,15})\n(?<root>[A-Za-z0-9+/]{43}=)\n\n(?<signatures>(?:\u2014 [^ \n]+ [^ \n]+\n)+)$/u;

/** One log per organisation, hence one origin. It is also the name of the key. */
export function originOf(organizationId: string): string {
  return `gavel/${organizationId}`;
}

/** First four bytes of SHA-256(name || 0x0A || 0x01 || key), as C2SP signed-note derives them. */
function keyIdOf(name: string, rawKey: Uint8Array): Buffer {
  return createHash("sha256").update(`${name}\n`).update(Uint8Array.of(ED25519)).update(rawKey).digest().subarray(0, 4);
}

function rawKeyOf(key: KeyObject): Buffer {
  if (key.asymmetricKeyType !== "ed25519") throw new TypeError("Checkpoints are signed with Ed25519");
  const spki = createPublicKey(
    key.type === "private"
      ? { key: key.export({ format: "pem", type: "pkcs8" }) }
      : { key: key.export({ format: "pem", type: "spki" }) },
  );
  return spki.export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length);
}

/** The installation's signing key: Ed25519, PKCS #8 DER in base64. */
export function readSigningKey(base64: string): KeyObject {
  const key = createPrivateKey({ key: Buffer.from(base64, "base64"), format: "der", type: "pkcs8" });
  if (key.asymmetricKeyType !== "ed25519") throw new TypeError("Checkpoints are signed with Ed25519");
  return key;
}

/** The C2SP vkey of a public (or private) key for this origin: what an auditor keeps. */
export function toVerifierKey(origin: string, key: KeyObject): string {
  const raw = rawKeyOf(key);
  return `${origin}+${keyIdOf(origin, raw).toString("hex")}+${Buffer.from([ED25519, ...raw]).toString("base64")}`;
}

/** The signed note. Ed25519 is deterministic: the same log gives the same note. */
export function signCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): string {
  if (!/^[^\s+]+$/u.test(checkpoint.origin)) throw new TypeError("An origin has no spaces and no plus sign");
  if (!Number.isSafeInteger(checkpoint.size) || checkpoint.size < 0) throw new RangeError("A size is an integer >= 0");
  if (checkpoint.root.length !== 32) throw new RangeError("A root has 32 bytes");
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${Buffer.from(checkpoint.root).toString("base64")}\n`;
  const signature = sign(null, Buffer.from(text), privateKey);
  const blob = Buffer.concat([keyIdOf(checkpoint.origin, rawKeyOf(privateKey)), signature]);
  return `${text}\n\u2014 ${checkpoint.origin} ${blob.toString("base64")}\n`;
}

/** Reads a note without judging its signatures; null when it is no checkpoint. */
export function parseCheckpoint(note: string): Checkpoint | null {
  const groups = NOTE.exec(note)?.groups;
  const size = Number(groups?.size);
  if (groups?.origin === undefined || groups.root === undefined || !Number.isSafeInteger(size)) return null;
  const root = Buffer.from(groups.root, "base64");
  if (root.toString("base64") !== groups.root) return null;
  return { origin: groups.origin, size, root };
}

/** Is the note signed by this key for this origin? Signatures of other keys (witnesses) are passed over. */
export function verifyCheckpoint(note: string, verifierKey: string): CheckpointVerdict {
  const key = parseVerifierKey(verifierKey);
  if (key === null) return rejected("audit.public_key_malformed", { verifierKey });
  const checkpoint = parseCheckpoint(note);
  if (checkpoint === null) return rejected("audit.checkpoint_malformed", {});
  const { origin, size } = checkpoint;
  if (origin !== key.name) return rejected("audit.checkpoint_other_origin", { origin, expected: key.name });
  const signature = findSignature(note, key);
  if (signature === null) return rejected("audit.checkpoint_unknown_key", { keyId: key.id.toString("hex") });
  const text = note.slice(0, note.indexOf("\n\n") + 1);
  return verify(null, Buffer.from(text), key.key, signature)
    ? { outcome: "authentic", reasons: [{ code: "audit.checkpoint_signed", facts: { origin, size } }] }
    : rejected("audit.checkpoint_bad_signature", { origin, size });
}

type VerifierKey = { readonly name: string; readonly id: Buffer; readonly key: KeyObject };

function parseVerifierKey(text: string): VerifierKey | null {
  const parts = /^(?<name>[^\s+]+)\+(?<id>[0-9a-f]{8})\+(?<data>[A-Za-z0-9+/=]+)$/u.exec(text)?.groups;
  if (parts?.name === undefined || parts.id === undefined || !BASE64.test(parts.data ?? "")) return null;
  const data = Buffer.from(parts.data ?? "", "base64");
  if (data.length !== 33 || data[0] !== ED25519) return null;
  const raw = data.subarray(1);
  const id = keyIdOf(parts.name, raw);
  if (id.toString("hex") !== parts.id) return null;
  return {
    name: parts.name,
    id,
    key: createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: "der", type: "spki" }),
  };
}

function findSignature(note: string, key: VerifierKey): Buffer | null {
  const lines = note
    .slice(note.indexOf("\n\n") + 2)
    .split("\n")
    .slice(0, -1);
  for (const line of lines) {
    const [, name, encoded = ""] = line.split(" ");
    const blob = Buffer.from(encoded, "base64");
    if (name === key.name && blob.length === 68 && BASE64.test(encoded) && blob.subarray(0, 4).equals(key.id)) {
      return blob.subarray(4);
    }
  }
  return null;
}

function rejected(
  code: CheckpointVerdict["reasons"][number]["code"],
  facts: Readonly<Record<string, string | number>>,
): CheckpointVerdict {
  return { outcome: "rejected", reasons: [{ code, facts }] };
}
