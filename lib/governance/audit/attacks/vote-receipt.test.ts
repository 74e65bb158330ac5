// Named attacks on the file that a voter keeps: page and offline verifier must find out each.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { digestOf } from "../../kernel/digest.ts";
import { assessEvidence, planEvidence, readEvidence } from "../evidence.ts";
import { toLeaf } from "../leaf.ts";
import { hashLeaf, rootOfLeaves } from "../merkle.ts";
import { noteOf, ORGANIZATION, PUBLIC_KEY, receiptOf, sampleEntries } from "./sample-log.ts";

const VERIFIER = fileURLToPath(new URL("../../../../bin/audit-verify.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gavel-vote-receipts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const VOTER = "0198c0de-0000-7000-8000-0000000000bb";
const OPENED = { proposal: "PRP-7K3M9Q2A", choice: "yes", reasoning: "Zoë: “weighed” ✓\n", salt: "5a".repeat(16) };
const choiceCommitment = digestOf({ ...OPENED, voterUserId: VOTER });
const BODY = {
  proposal: OPENED.proposal,
  castNumber: 2,
  castAt: "2026-11-20T09:00:00.000Z",
  subjectDigest: "0".repeat(64),
  choiceCommitment,
};
const digest = digestOf(BODY);

const ENTRIES = sampleEntries(8).map((entry) => {
  if (entry.number !== 5) return entry;
  const { text } = toLeaf(
    {
      action: "voting.ballot_cast",
      subject: { type: "proposal", reference: OPENED.proposal },
      details: { castNumber: 2, choiceCommitment, receiptDigest: digest, subjectDigest: BODY.subjectDigest },
    },
    {
      organizationId: ORGANIZATION,
      entryId: "0198c0de-0000-7000-8000-000000000005",
      actor: { kind: "person", id: VOTER },
      requestId: "req-5",
      occurredAt: new Date("2026-11-20T09:00:00.000Z"),
      salt: Buffer.alloc(16, 5),
    },
  );
  return { number: 5, leaf: text, personal: null, salt: null };
});

const paperOf = (number: number) => ({
  choice: OPENED.choice,
  reasoning: OPENED.reasoning,
  receipt: { ...BODY, salt: OPENED.salt, digest, auditEntry: number },
  entry: "AR-00005",
  proof: JSON.parse(receiptOf(ENTRIES, number)),
});
const PAPER = paperOf(5);

function onPage(paper: object): string {
  const evidence = readEvidence(JSON.stringify(paper));
  if (evidence.kind === "unreadable") return evidence.cause;
  const { number } = planEvidence(evidence);
  const checks = assessEvidence(evidence, {
    organizationId: ORGANIZATION,
    trustedKey: PUBLIC_KEY,
    size: ENTRIES.length,
    leaf: ENTRIES[(number ?? 0) - 1]?.leaf ?? null,
    rootThen: rootOfLeaves(ENTRIES.map((entry) => hashLeaf(entry.leaf))),
  });
  return checks.find(({ holds }) => !holds)?.reason.code ?? "holds";
}

function offline(paper: object): Promise<{ code: number; said: string }> {
  const path = join(folder, "receipt.json");
  writeFileSync(path, JSON.stringify(paper));
  return new Promise((resolve) => {
    execFile(process.execPath, [VERIFIER, "--receipt", path, "--public-key", PUBLIC_KEY], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

describe("the file of a vote", () => {
  test("[AUD-113] [AUD-4] holds on the page and in the offline verifier as it was given out", async () => {
    expect(noteOf(ENTRIES)).toBe(PAPER.proof.checkpoint);
    expect(onPage(PAPER)).toBe("holds");
    expect(await offline(PAPER)).toMatchObject({ code: 0 });
  });

  test.each([
    { name: "another choice", paper: { ...PAPER, choice: "no" } },
    { name: "another reasoning", paper: { ...PAPER, reasoning: "I was forced" } },
    { name: "another salt", paper: { ...PAPER, receipt: { ...PAPER.receipt, salt: "00".repeat(16) } } },
    { name: "another proposal", paper: { ...PAPER, receipt: { ...PAPER.receipt, proposal: "PRP-00000000" } } },
    { name: "the proof of another entry", paper: { ...PAPER, proof: paperOf(4).proof } },
    {
      name: "a commitment made up to fit another choice",
      paper: {
        ...PAPER,
        choice: "no",
        receipt: { ...PAPER.receipt, choiceCommitment: digestOf({ ...OPENED, choice: "no", voterUserId: VOTER }) },
      },
    },
  ])("[AUD-113] with $name is refused by page and verifier", async ({ paper }) => {
    expect(onPage(paper)).toBe("audit.vote_other");
    expect(await offline(paper)).toMatchObject({ code: 1, said: expect.stringContaining("the vote in it is not") });
  });

  test.each([
    { name: "a choice that is no text", paper: { ...PAPER, choice: 7 }, says: "`choice`" },
    { name: "half a character", paper: { ...PAPER, reasoning: "\ud800" }, says: "`reasoning`" },
    { name: "no receipt inside", paper: { ...PAPER, receipt: null }, says: "`receipt`" },
  ])("[AUD-113] with $name cannot be read, and says where", async ({ paper, says }) => {
    expect(onPage(paper)).toContain(says);
    expect(await offline(paper)).toMatchObject({ code: 1 });
  });
});
