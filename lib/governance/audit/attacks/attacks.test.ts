// Named attacks on an export: each must fail, and the report must name what was done.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { originOf, toVerifierKey } from "../checkpoint.ts";
import { assessReceiptProof } from "../receipt-proof.ts";
import { ReceiptProof } from "../schema.ts";
import {
  headerOf,
  linesOf,
  noteOf,
  ORGANIZATION,
  PUBLIC_KEY,
  receiptOf,
  SIZE,
  STRANGERS_KEY,
  sampleEntries,
  sampleEntry,
} from "./sample-log.ts";

const VERIFIER = fileURLToPath(new URL("../../../../bin/audit-verify.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gavel-attacks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.jsonl`);
  writeFileSync(path, content);
  return path;
}

/** Runs the real verifier; answers its exit code and everything it said. */
function run(...words: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [VERIFIER, ...words], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

const ENTRIES = sampleEntries(SIZE);
const HEADER = headerOf(noteOf(ENTRIES));
const LINES = linesOf(ENTRIES);
const GOOD = HEADER + LINES.join("");
const line = (number: number) => LINES[number - 1] ?? "";
const withLines = (...lines: string[]) => HEADER + lines.join("");
const replaced = (number: number, text: string) => withLines(...LINES.map((own, i) => (i === number - 1 ? text : own)));
const entriesWith = (number: number, word: string) =>
  ENTRIES.map((own) => (own.number === number ? sampleEntry(number, word) : own));

describe("an honest export", () => {
  test("[AUD-4] verifies, with the right key, every older checkpoint and every receipt", async () => {
    for (const size of [0, 1, 4, 8, 9]) {
      const older = file(noteOf(ENTRIES.slice(0, size)));
      const receipt = file(receiptOf(ENTRIES.slice(0, Math.max(size, 1)), Math.max(1, size - 1)));
      const { code, said } = await run(
        file(GOOD),
        "--checkpoint",
        older,
        "--receipt",
        receipt,
        "--public-key",
        PUBLIC_KEY,
      );
      expect(said).toContain("VERIFIED");
      expect(code).toBe(0);
    }
  });

  test("[AUD-5] verifies after personal data was erased or withheld", async () => {
    const erased = ENTRIES.map((entry) => ({ ...entry, personal: null, salt: null }));
    const { code, said } = await run(file(HEADER + linesOf(erased).join("")));
    expect(code).toBe(0);
    expect(said).toContain("3 entries withheld or erased");
  });

  test("[AUD-104] is the same file for the same log", () => {
    expect(headerOf(noteOf(sampleEntries(SIZE))) + linesOf(sampleEntries(SIZE)).join("")).toBe(GOOD);
  });

  test("[AUD-3] without a trusted key or an older checkpoint the report says what that leaves open", async () => {
    const { said } = await run(file(GOOD));
    expect(said).toContain("the key came from the file itself");
    expect(said).toContain("no older checkpoint was given");
  });

  test("[AUD-4] an empty log verifies", async () => {
    expect((await run(file(headerOf(noteOf([]))))).code).toBe(0);
  });
});

const ATTACKS: { name: string; content: string | Uint8Array; says: string[] }[] = [
  {
    name: "a word of a leaf",
    content: replaced(4, line(4).replace("PRP-00000004", "PRP-00000005")),
    says: ["AR-00004 (line 5", "the leaf was changed", "exactly the entries named above"],
  },
  {
    name: "a leaf and the hash beside it",
    content: replaced(
      4,
      (linesOf(entriesWith(4, "no"))[3] ?? "").replace(
        /"chain":"[0-9a-f]+"/u,
        line(4).match(/"chain":"[0-9a-f]+"/u)?.[0] ?? "",
      ),
    ),
    says: ["AR-00004", "rewritten together with its hash"],
  },
  {
    name: "a leaf, its hash and its chain",
    content: replaced(4, linesOf(entriesWith(4, "no"))[3] ?? ""),
    says: ["AR-00005", "does not follow", "FAILED  Root"],
  },
  {
    name: "a leaf and everything computed from it",
    content: HEADER + linesOf(entriesWith(4, "no")).join(""),
    says: ["FAILED  Root", "No single entry can be named"],
  },
  {
    name: "the hash beside a leaf",
    content: replaced(4, line(4).replace(/"leafHash":"[0-9a-f]{4}/u, '"leafHash":"0000')),
    says: ["AR-00004", "the hash beside the leaf was changed"],
  },
  {
    name: "a chain value",
    content: replaced(4, line(4).replace(/"chain":"[0-9a-f]{4}/u, '"chain":"0000')),
    says: ["AR-00004", "the chain value was changed"],
  },
  {
    name: "the last chain value",
    content: replaced(9, line(9).replace(/"chain":"[0-9a-f]{4}/u, '"chain":"0000')),
    says: ["AR-00009", "the chain value was changed"],
  },
  {
    name: "a number",
    content: replaced(4, line(4).replace('"number":4', '"number":40')),
    says: ["AR-00004 (line 5", "its number was changed to 40"],
  },
  {
    name: "an absurd number",
    content: replaced(4, line(4).replace('"number":4', '"number":9007199254740991')),
    says: ["AR-00004 (line 5", "its number was changed"],
  },
  {
    name: "an absurd number and its chain value",
    content: replaced(
      4,
      line(4)
        .replace('"number":4', '"number":9007199254740991')
        .replace(/"chain":"[0-9a-f]{4}/u, '"chain":"0000'),
    ),
    says: ["AR-00004 (line 5", "beyond the end of the log"],
  },
  {
    name: "personal data",
    content: replaced(3, line(3).replace("Member 3", "Member 4")),
    says: ["AR-00003", "personal data or salt was changed"],
  },
  {
    name: "a salt",
    content: replaced(3, line(3).replace('"salt":"03', '"salt":"04')),
    says: ["AR-00003", "personal data or salt was changed"],
  },
  {
    name: "personal data where there was none",
    content: replaced(4, line(4).replace(/\}\n$/u, ',"personal":{"name":"X"},"salt":"00"}\n')),
    says: ["AR-00004", "personal data was added"],
  },
  {
    name: "personal data without its salt",
    content: replaced(3, line(3).replace(/,"salt":"[0-9a-f]+"/u, "")),
    says: ["AR-00003", "do not come together"],
  },
  {
    name: "an extra field",
    content: replaced(4, line(4).replace(/\}\n$/u, ',"z":1}\n')),
    says: ["AR-00004", "does not have: `z`"],
  },
  {
    name: "a repeated key",
    content: replaced(4, line(4).replace('{"chain"', '{"number":4,"chain"')),
    says: ["AR-00004", "not written the way an export is"],
  },
  {
    name: "a space",
    content: replaced(4, line(4).replace('"number":4', '"number": 4')),
    says: ["AR-00004", "not written the way an export is"],
  },
  {
    name: "a byte that is not UTF-8",
    content: Buffer.concat([
      Buffer.from(HEADER + LINES.slice(0, 3).join("")),
      Buffer.from(line(4)).map((byte) => (byte === 0xc3 ? 0xff : byte)),
      Buffer.from(LINES.slice(4).join("")),
    ]),
    says: ["AR-00004 (line 5", "not UTF-8"],
  },
  {
    name: "an entry removed",
    content: withLines(...LINES.filter((_, i) => i !== 3)),
    says: ["AR-00004 is missing: removed before line 5"],
  },
  {
    name: "three entries removed",
    content: withLines(...LINES.filter((_, i) => i < 3 || i > 5)),
    says: ["AR-00004 to AR-00006 are missing"],
  },
  { name: "the first entry removed", content: withLines(...LINES.slice(1)), says: ["AR-00001 is missing"] },
  {
    name: "an entry removed and the rest renumbered",
    content:
      HEADER +
      linesOf(ENTRIES.filter((entry) => entry.number !== 4).map((entry, i) => ({ ...entry, number: i + 1 }))).join(""),
    says: ["ends early", "FAILED  Root"],
  },
  {
    name: "two entries exchanged",
    content: withLines(...LINES.slice(0, 3), line(5), line(4), ...LINES.slice(5)),
    says: ["AR-00004 (line 6", "out of order"],
  },
  {
    name: "two entries exchanged and renumbered",
    content:
      HEADER +
      linesOf([
        ...ENTRIES.slice(0, 3),
        { ...sampleEntry(5), number: 4 },
        { ...sampleEntry(4), number: 5 },
        ...ENTRIES.slice(5),
      ]).join(""),
    says: ["FAILED  Root"],
  },
  {
    name: "an entry repeated",
    content: withLines(...LINES.slice(0, 4), line(4), ...LINES.slice(4)),
    says: ["AR-00004 (line 6", "already stands in line 5"],
  },
  {
    name: "an entry inserted",
    content: withLines(...LINES.slice(0, 4), linesOf(entriesWith(4, "no"))[3] ?? "", ...LINES.slice(4)),
    says: ["AR-00004 (line 6", "inserted or repeated"],
  },
  {
    name: "an entry added at the end",
    content: withLines(...linesOf([...ENTRIES, sampleEntry(10)])),
    says: ["goes on after AR-00009"],
  },
  {
    name: "the tail cut",
    content: withLines(...LINES.slice(0, 7)),
    says: ["AR-00008 to AR-00009 are missing at the end"],
  },
  { name: "the file cut in the middle of a line", content: GOOD.slice(0, -20), says: ["AR-00009 (line 10", "cut off"] },
  { name: "the last line end missing", content: GOOD.slice(0, -1), says: ["AR-00009", "cut off"] },
  {
    name: "an empty line",
    content: withLines(...LINES.slice(0, 4), "\n", ...LINES.slice(4)),
    says: ["line 6", "cannot be read as JSON"],
  },
  {
    name: "an entry of another organisation",
    content: withLines(
      ...linesOf(
        ENTRIES.map((entry) =>
          entry.number === 4
            ? { ...entry, leaf: entry.leaf.replace(ORGANIZATION, ORGANIZATION.replace("01", "02")) }
            : entry,
        ),
      ),
    ),
    says: ["AR-00004", "another organisation"],
  },
  { name: "the header removed", content: LINES.join(""), says: ["Line 1 (the header)"] },
  {
    name: "the organisation in the header",
    content: GOOD.replace(`"organization":"${ORGANIZATION}"`, `"organization":"${ORGANIZATION.replace("1", "2")}"`),
    says: ["Line 1 (the header)", "the organisation is"],
  },
  {
    name: "the size in the checkpoint",
    content: GOOD.replace("\\n9\\n", "\\n8\\n"),
    says: ["FAILED  Signature", "signature is false"],
  },
  {
    name: "the checkpoint of fewer entries, genuine",
    content: headerOf(noteOf(ENTRIES.slice(0, 8))) + LINES.join(""),
    says: ["goes on after AR-00008"],
  },
  {
    name: "the key in the header",
    content: headerOf(noteOf(ENTRIES), toVerifierKey(originOf(ORGANIZATION), STRANGERS_KEY)) + LINES.join(""),
    says: ["Line 1 (the header)", "not the one that you trust"],
  },
  { name: "Windows line ends", content: GOOD.replaceAll("\n", "\r\n"), says: ["Windows line ends"] },
  { name: "a byte order mark", content: `\uFEFF${GOOD}`, says: ["Line 1 (the header)"] },
  {
    name: "deeply nested JSON",
    content: replaced(4, `{"number":4,"leaf":${"[".repeat(200_000)}${"]".repeat(200_000)}}\n`),
    says: ["AR-00004"],
  },
  { name: "an empty file", content: "", says: ["Line 1 (the header)"] },
  { name: "a file of something else", content: Buffer.alloc(5000, 0xff), says: ["Line 1 (the header)"] },
];

describe("attacks on the file", () => {
  test.each(ATTACKS)("[AUD-4] found: $name", async ({ content, says }) => {
    const { code, said } = await run(file(content), "--public-key", PUBLIC_KEY);
    for (const words of says) expect(said).toContain(words);
    expect(said).not.toContain("VERIFIED");
    expect(code).toBe(1);
  });

  test("[AUD-4] any changed byte is found, and its entry is named", async () => {
    const bytes = Buffer.from(GOOD);
    const lineAt = (at: number) => bytes.subarray(0, at).filter((byte) => byte === 10).length;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ mask;
        const { code, said } = await run(file(changed));
        expect(code).toBe(1);
        const place = lineAt(at);
        if (place > 0) expect(said).toContain(`(line ${place + 1},`);
      }),
      { numRuns: 60 },
    );
  });
});

describe("attacks with the key in hand", () => {
  test("[AUD-4] a cut tail, signed again, is found by an older checkpoint", async () => {
    const cut = ENTRIES.slice(0, 6);
    const content = headerOf(noteOf(cut)) + linesOf(cut).join("");
    expect((await run(file(content))).code).toBe(0);
    const { code, said } = await run(file(content), "--checkpoint", file(noteOf(ENTRIES)));
    expect(said).toContain("The tail was cut");
    expect(said).toContain("AR-00006");
    expect(code).toBe(1);
  });

  test("[AUD-4] a fork, signed again, is found by an older checkpoint and narrowed down by two", async () => {
    const forked = entriesWith(6, "no");
    const content = file(headerOf(noteOf(forked)) + linesOf(forked).join(""));
    expect((await run(content)).code).toBe(0);
    const [before, after] = [file(noteOf(ENTRIES.slice(0, 5))), file(noteOf(ENTRIES.slice(0, 7)))];
    const { code, said } = await run(content, "--checkpoint", before, "--checkpoint", after);
    expect(said).toContain(
      `A fork: the first 7 entries (AR-00001 to AR-00007) are not those of the checkpoint in ${after}`,
    );
    expect(said).toContain(`ok      Older checkpoint ${before}`);
    expect(code).toBe(1);
  });

  test("[AUD-3] a log signed by a stranger is found by the key that the auditor keeps", async () => {
    const strangersKey = toVerifierKey(originOf(ORGANIZATION), STRANGERS_KEY);
    const content = file(headerOf(noteOf(ENTRIES, STRANGERS_KEY), strangersKey) + LINES.join(""));
    expect((await run(content)).code).toBe(0);
    const { code, said } = await run(content, "--public-key", file(`${PUBLIC_KEY}\n`));
    expect(said).toContain("the public key is not the one that you trust");
    expect(code).toBe(1);
  });

  test("[AUD-4] a forged older checkpoint proves nothing", async () => {
    const forged = file(noteOf(ENTRIES.slice(0, 5), STRANGERS_KEY));
    expect((await run(file(GOOD), "--checkpoint", forged)).code).toBe(1);
  });
});

describe("receipts", () => {
  const receipt = ReceiptProof.parse(JSON.parse(receiptOf(ENTRIES, 4)));
  const forge = (change: Partial<ReceiptProof>) => file(JSON.stringify({ ...receipt, ...change }));

  test("[AUD-4] a receipt verifies alone and with the export", async () => {
    expect((await run("--receipt", forge({}))).said).toContain("AR-00004 is in the log that was signed");
    expect((await run(file(GOOD), "--receipt", forge({}))).code).toBe(0);
    expect(assessReceiptProof(receipt, PUBLIC_KEY).outcome).toBe("included");
  });

  test.each([
    { name: "its leaf", change: { leaf: receipt.leaf.replace("yes", "no") }, code: "audit.receipt_other_leaf" },
    { name: "its number", change: { number: 5 }, code: "audit.proof_other_root" },
    { name: "a number beyond the log", change: { number: 10 }, code: "audit.proof_out_of_range" },
    {
      name: "a step of its proof",
      change: { proof: receipt.proof.map(() => "00".repeat(32)) },
      code: "audit.proof_other_root",
    },
    { name: "the length of its proof", change: { proof: receipt.proof.slice(1) }, code: "audit.proof_wrong_length" },
    {
      name: "its checkpoint",
      change: { checkpoint: receipt.checkpoint.replace("\n9\n", "\n8\n") },
      code: "audit.checkpoint_bad_signature",
    },
    {
      name: "its organisation",
      change: { organization: ORGANIZATION.replace("1", "2") },
      code: "audit.checkpoint_other_origin",
    },
  ])("[AUD-4] a receipt with $name changed is rejected by product and verifier", async ({ change, code }) => {
    expect(assessReceiptProof({ ...receipt, ...change }, PUBLIC_KEY).reasons[0]?.code).toBe(code);
    expect((await run("--receipt", forge(change))).code).toBe(1);
    expect((await run(file(GOOD), "--receipt", forge(change))).code).toBe(1);
  });

  test("[AUD-4] a log from which the entry was cut, or in which it was rewritten, does not satisfy the receipt", async () => {
    const cut = ENTRIES.slice(0, 3);
    const shorter = await run(file(headerOf(noteOf(cut)) + linesOf(cut).join("")), "--receipt", forge({}));
    expect(shorter).toMatchObject({ code: 1, said: expect.stringContaining("AR-00004 is missing") });
    const other = entriesWith(4, "no");
    const rewritten = await run(file(headerOf(noteOf(other)) + linesOf(other).join("")), "--receipt", forge({}));
    expect(rewritten).toMatchObject({ code: 1, said: expect.stringContaining("AR-00004 is not what it was") });
  });

  test("[AUD-4] a receipt of another history is a fork, even when its own entry is the same", async () => {
    const other = entriesWith(8, "no");
    const content = file(headerOf(noteOf(other)) + linesOf(other).join(""));
    expect(await run(content, "--receipt", forge({}))).toMatchObject({
      code: 1,
      said: expect.stringContaining("A fork"),
    });
  });
});

describe("usage", () => {
  test.each([
    { name: "no file", words: [] },
    { name: "a file that is not there", words: ["nowhere.jsonl"] },
    { name: "a folder", words: [folder] },
    { name: "two files", words: ["a.jsonl", "b.jsonl"] },
    { name: "an unknown option", words: ["a.jsonl", "--fast"] },
    { name: "an option without its value", words: ["a.jsonl", "--checkpoint"] },
    { name: "a checkpoint that is not there", words: [file(GOOD), "--checkpoint", "nowhere.txt"] },
  ])("[AUD-4] exit code 2 for $name", async ({ words }) => {
    const { code, said } = await run(...words);
    expect(code).toBe(2);
    expect(said).toContain("Usage:");
  });
});
