// Answers "what does this piece of paper prove against this log?" (AUD-4, AUD-109): a receipt or a signed checkpoint that
// somebody kept is read and judged, each check with its reason.
import type { Reason } from "../kernel/verdict.ts";
import { parseCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
import type { Hash } from "./merkle.ts";
import { assessReceiptProof, RECEIPT_FORMAT } from "./receipt-proof.ts";
import { type EvidenceCheck, ReceiptProof } from "./schema.ts";
import { isVoteOnRecord, readVoteClaim, type VoteClaim } from "./vote-claim.ts";

export type Evidence =
  | { readonly kind: "receipt"; readonly receipt: ReceiptProof; readonly vote: VoteClaim | null }
  | { readonly kind: "checkpoint"; readonly note: string }
  | { readonly kind: "unreadable"; readonly cause: string };

/** Text of a receipt, of anything in JSON that carries one (a vote receipt), or of a signed note. */
export function readEvidence(text: string): Evidence {
  if (!text.trimStart().startsWith("{")) return readNote(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "unreadable", cause: "it is not whole JSON" };
  }
  const found = findReceipt(value);
  if (found === null) return { kind: "unreadable", cause: `it holds nothing of the format \`${RECEIPT_FORMAT}\`` };
  const parsed = ReceiptProof.safeParse(found);
  const vote = readVoteClaim(value as object);
  if (parsed.success && (vote === null || !("broken" in vote))) return { kind: "receipt", receipt: parsed.data, vote };
  const where = parsed.success ? "" : parsed.error.issues[0]?.path.join(".");
  const broken = where || (vote !== null && "broken" in vote ? vote.broken : "the whole");
  return { kind: "unreadable", cause: `the receipt is not as it was given out (\`${broken}\`)` };
}

// Copied text loses its last line end, and files made on some systems have two characters for one.
function readNote(text: string): Evidence {
  const note = `${text.replaceAll("\r\n", "\n").trim()}\n`;
  return parseCheckpoint(note) === null
    ? { kind: "unreadable", cause: "it is neither JSON nor a signed checkpoint" }
    : { kind: "checkpoint", note };
}

function findReceipt(value: unknown, depth = 0): object | null {
  if (typeof value !== "object" || value === null || depth > 4) return null;
  if ("format" in value && value.format === RECEIPT_FORMAT) return value;
  for (const child of Object.values(value)) {
    const found = findReceipt(child, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

/** The log it is held against: the key that its holder trusts, and what stands there now. */
export type LogFacts = {
  readonly organizationId: string;
  readonly trustedKey: string;
  readonly size: number;
  /** The text of the entry that the receipt names; null when the log has none of that number. */
  readonly leaf: string | null;
  /** The root at the size of the checkpoint; null when the log was never that long. */
  readonly rootThen: Hash | null;
};

/** Signature first, then the paper in itself, then the paper against the log as it is. */
export function assessEvidence(evidence: Exclude<Evidence, { kind: "unreadable" }>, log: LogFacts): EvidenceCheck[] {
  const note = evidence.kind === "receipt" ? evidence.receipt.checkpoint : evidence.note;
  const signature = verifyCheckpoint(note, log.trustedKey);
  const checks = signature.reasons.map((reason) => toCheck(signature.outcome === "authentic", reason));
  // Without a signature of ours the rest would only compare claims.
  if (signature.outcome === "rejected") return checks;
  const checkpoint = parseCheckpoint(note);
  if (checkpoint === null) throw new TypeError("A signed checkpoint parses");
  if (evidence.kind === "receipt") checks.push(...assessReceipt(evidence, log));
  const facts = { size: checkpoint.size, latest: log.size };
  if (log.rootThen === null) return [...checks, toCheck(false, { code: "audit.log_was_cut", facts })];
  const isSame = Buffer.compare(log.rootThen, checkpoint.root) === 0;
  return [...checks, toCheck(isSame, { code: isSame ? "audit.log_only_grew" : "audit.log_was_rewritten", facts })];
}

// A receipt that does not hold in itself says nothing of the log, so only one that holds is compared with it.
function assessReceipt({ receipt, vote }: Extract<Evidence, { kind: "receipt" }>, log: LogFacts): EvidenceCheck[] {
  const verdict = assessReceiptProof(receipt, log.trustedKey);
  if (verdict.outcome === "rejected") return verdict.reasons.map((reason) => toCheck(false, reason));
  const isThere = log.leaf === receipt.leaf;
  const code = log.leaf === null ? "audit.entry_missing" : isThere ? "audit.entry_unchanged" : "audit.entry_changed";
  return [
    ...verdict.reasons.map((reason) => toCheck(true, reason)),
    ...(vote === null ? [] : [assessVote(vote, receipt)]),
    toCheck(isThere, { code, facts: { number: receipt.number } }),
  ];
}

function assessVote(vote: VoteClaim, { leaf, number }: ReceiptProof): EvidenceCheck {
  const holds = isVoteOnRecord(vote, leaf);
  const code = holds ? "audit.vote_on_record" : "audit.vote_other";
  return toCheck(holds, { code, facts: { number, choice: vote.choice.slice(0, 20) } });
}

function toCheck(holds: boolean, reason: Reason): EvidenceCheck {
  return { holds, reason };
}

/** What the database has to be asked before it can be judged. */
export function planEvidence(evidence: Exclude<Evidence, { kind: "unreadable" }>): {
  readonly number: number | null;
  readonly size: number | null;
} {
  const note = evidence.kind === "receipt" ? evidence.receipt.checkpoint : evidence.note;
  const checkpoint = parseCheckpoint(note);
  return { number: evidence.kind === "receipt" ? evidence.receipt.number : null, size: checkpoint?.size ?? null };
}
