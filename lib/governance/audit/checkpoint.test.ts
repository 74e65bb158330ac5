import { createPrivateKey, createPublicKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { originOf, parseCheckpoint, signCheckpoint, toVerifierKey, verifyCheckpoint } from "./checkpoint.ts";
import { rootOfLeaves } from "./merkle.ts";

const keyOf = (fill: number) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, fill)]),
    format: "der",
    type: "pkcs8",
  });
const KEY = keyOf(1);
const ORIGIN = originOf("0198c0de-0000-7000-8000-000000000001");
const CHECKPOINT = { origin: ORIGIN, size: 0, root: rootOfLeaves([]) };
const NOTE = signCheckpoint(CHECKPOINT, KEY);
const VERIFIER = toVerifierKey(ORIGIN, KEY);

describe("a checkpoint", () => {
  test("[AUD-3] is a C2SP note: origin, size, root, empty line, signature", () => {
    const [origin, size, root, empty, signature, end] = NOTE.split("\n");
    expect([origin, size, root, empty, end]).toEqual([
      ORIGIN,
      "0",
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
      "",
      "",
    ]);
    expect(signature).toMatch(new RegExp(`^\u2014 ${ORIGIN} [A-Za-z0-9+/]{91}=$`, "u"));
    expect(parseCheckpoint(NOTE)).toEqual({ ...CHECKPOINT, root: Buffer.from(CHECKPOINT.root) });
  });

  test("[AUD-3] is the same for the same log and key", () => {
    expect(signCheckpoint(CHECKPOINT, KEY)).toBe(NOTE);
    expect(toVerifierKey(ORIGIN, createPublicKey(KEY))).toBe(VERIFIER);
    expect(verifyCheckpoint(NOTE, VERIFIER).outcome).toBe("authentic");
  });

  // The example of the C2SP signed-note document.
  test("[AUD-3] reads the key and the signature of the published example", () => {
    const vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const note =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
      "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    // It is no checkpoint, so it ends as one: what matters is that the key itself was accepted.
    expect(verifyCheckpoint(note, vkey).reasons[0]?.code).toBe("audit.checkpoint_malformed");
    expect(verifyCheckpoint(note, vkey.replace("c74f20a3", "c74f20a4")).reasons[0]?.code).toBe(
      "audit.public_key_malformed",
    );
  });

  test("[AUD-3] other signatures beside ours (witnesses) are passed over", () => {
    const witness = signCheckpoint({ ...CHECKPOINT, origin: "witness.example" }, keyOf(9)).split("\n")[4];
    expect(verifyCheckpoint(NOTE.replace("\n\n", `\n\n${witness}\n`), VERIFIER).outcome).toBe("authentic");
  });

  test.each([
    { name: "another size", note: NOTE.replace("\n0\n", "\n1\n"), code: "audit.checkpoint_bad_signature" },
    { name: "another root", note: NOTE.replace("47DE", "57DE"), code: "audit.checkpoint_bad_signature" },
    {
      name: "another organisation",
      note: NOTE.replaceAll("0198c0de", "0198c0df"),
      code: "audit.checkpoint_other_origin",
    },
    {
      name: "another key of the same name",
      note: signCheckpoint(CHECKPOINT, keyOf(2)),
      code: "audit.checkpoint_unknown_key",
    },
    { name: "a leading zero in the size", note: NOTE.replace("\n0\n", "\n00\n"), code: "audit.checkpoint_malformed" },
    { name: "a root of 31 bytes", note: NOTE.replace("uFU=", "uA=="), code: "audit.checkpoint_malformed" },
    { name: "no signature", note: NOTE.slice(0, NOTE.indexOf("\u2014")), code: "audit.checkpoint_malformed" },
    { name: "Windows line ends", note: NOTE.replaceAll("\n", "\r\n"), code: "audit.checkpoint_malformed" },
    { name: "nothing", note: "", code: "audit.checkpoint_malformed" },
  ])("[AUD-3] rejected: $name", ({ note, code }) => {
    const verdict = verifyCheckpoint(note, VERIFIER);
    expect([verdict.outcome, verdict.reasons[0]?.code]).toEqual(["rejected", code]);
  });

  test.each([
    { name: "a space in the origin", change: { origin: "gavel x" } },
    { name: "half an entry", change: { size: 0.5 } },
    { name: "a short root", change: { root: new Uint8Array(31) } },
  ])("[AUD-3] nothing malformed is signed: $name", ({ change }) => {
    expect(() => signCheckpoint({ ...CHECKPOINT, ...change }, KEY)).toThrow();
  });
});
