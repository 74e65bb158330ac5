#!/usr/bin/env node
// Offline verifier of a Gavel audit export (AUD-4). One file, nothing but Node's own modules (18 or later), no network:
// keep a copy of it, of the public key and of every checkpoint you are given, away from the system that you audit.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, readFileSync, statSync } from "node:fs";

const USAGE = `Usage: node audit-verify.mjs EXPORT.jsonl [--checkpoint OLDER]... [--receipt RECEIPT.json]... [--public-key KEY]
       node audit-verify.mjs --receipt RECEIPT.json [--public-key KEY]

  EXPORT        the file downloaded from the audit page
  --checkpoint  a checkpoint that you kept: proves that nothing before it was cut or rewritten. May be repeated
  --receipt     a receipt that you kept: proves that its entry is in the log. May be repeated
  --public-key  the key that you trust, gavel/...+........+..., or a file that holds it. Without it the key inside
                the file is used, which shows changes but not who signed

Exit code: 0 verified, 1 failed, 2 usage.
`;

const EXPORT_FORMAT = "gavel-audit-export/1";
const RECEIPT_FORMAT = "gavel-audit-receipt/1";
const MOST_FINDINGS = 20;

// --- RFC 6962 and C2SP notes -----------------------------------------------------------------------------------------

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const hashLeaf = (text) => sha256(Buffer.of(0), text);
const hashNode = (left, right) => sha256(Buffer.of(1), left, right);
const foldRight = (hashes) =>
  hashes.length === 0 ? sha256("") : hashes.reduceRight((right, left) => hashNode(left, right));

class Tree {
  size = 0;
  frontier = [];
  append(leafHash) {
    let hash = leafHash;
    for (let index = this.size; index % 2 === 1; index = Math.floor(index / 2))
      hash = hashNode(this.frontier.pop(), hash);
    this.frontier.push(hash);
    this.size += 1;
  }
  root() {
    return foldRight(this.frontier);
  }
}

// RFC 9162, 2.1.3.2
function isIncluded(index, size, leafHash, proof, root) {
  if (index >= size) return false;
  let position = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = hashNode(sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position = Math.floor(position / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = hashNode(hash, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hash.equals(root);
}

const NOTE = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n\n((?:\u2014 [^ \n]+ [A-Za-z0-9+/=]+\n)+)$/u;

function parseCheckpoint(note) {
  const match = typeof note === "string" ? NOTE.exec(note) : null;
  if (match === null) return null;
  const root = Buffer.from(match[3], "base64");
  if (root.toString("base64") !== match[3] || !Number.isSafeInteger(Number(match[2]))) return null;
  return {
    origin: match[1],
    size: Number(match[2]),
    root,
    text: note.slice(0, note.indexOf("\n\n") + 1),
    signatures: match[4],
  };
}

function parseKey(text) {
  const match = typeof text === "string" ? /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(text) : null;
  const data = Buffer.from(match?.[3] ?? "", "base64");
  if (match === null || data.length !== 33 || data[0] !== 1 || data.toString("base64") !== match[3]) return null;
  const id = sha256(`${match[1]}\n`, data).subarray(0, 4);
  if (id.toString("hex") !== match[2]) return null;
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), data.subarray(1)]);
  return { name: match[1], id, key: createPublicKey({ key: der, format: "der", type: "spki" }) };
}

/** null when the note is signed by the key, else the reason why it is not. */
function problemWithSignature(checkpoint, key) {
  if (checkpoint.origin !== key.name) return `it is of \`${checkpoint.origin}\`, the key is of \`${key.name}\``;
  for (const line of checkpoint.signatures.split("\n").slice(0, -1)) {
    const [, name, encoded] = line.split(" ");
    const blob = Buffer.from(encoded, "base64");
    if (name !== key.name || blob.length !== 68 || !blob.subarray(0, 4).equals(key.id)) continue;
    if (blob.toString("base64") !== encoded) return "its signature is not clean base64";
    return verify(null, Buffer.from(checkpoint.text), key.key, blob.subarray(4))
      ? null
      : "its signature is false: the checkpoint was changed, or another key signed it";
  }
  return `it carries no signature of the key ${key.id.toString("hex")}`;
}

// --- Canonical JSON (RFC 8785) ---------------------------------------------------------------------------------------

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
      .join(",")}}`;
  }
  return JSON.stringify(value);
}

/** Parses text that must be canonical JSON of an object; a string says what is wrong. */
function readCanonical(text) {
  let value;
  try {
    value = JSON.parse(text);
    if (value === null || typeof value !== "object" || Array.isArray(value)) return "it is not a JSON object";
    if (canonical(value) !== text)
      return "it is not written the way an export is: spaces, key order, a repeated key or a number were changed";
  } catch (error) {
    return `it cannot be read as JSON: ${error.message}`;
  }
  return value;
}

const isHex = (value, digits) => typeof value === "string" && value.length === digits && /^[0-9a-f]*$/u.test(value);
const nameOf = (number) => `AR-${String(number).padStart(5, "0")}`;
const rangeOf = (from, to) => (from === to ? `${nameOf(from)} is` : `${nameOf(from)} to ${nameOf(to)} are`);
const count = (number, noun) => `${number.toLocaleString("en")} ${number === 1 ? noun.replace(/ies$/u, "y") : noun}`;

// --- Report ----------------------------------------------------------------------------------------------------------

class Report {
  findings = [];
  checks = [];
  notes = [];
  find(text) {
    this.findings.push(text);
  }
  check(isGood, name, detail) {
    this.checks.push(`  ${isGood ? "ok    " : "FAILED"}  ${name}: ${detail}`);
    return isGood;
  }
  print(title) {
    const shown = this.findings.slice(0, MOST_FINDINGS);
    const lines = [title, "", ...this.checks];
    if (shown.length > 0) lines.push("", "What was found:", ...shown.map((text) => `  - ${text}`));
    if (this.findings.length > shown.length) lines.push(`  - and ${this.findings.length - shown.length} more`);
    if (this.notes.length > 0) lines.push("", ...this.notes.map((text) => `Note: ${text}`));
    const isGood = this.findings.length === 0 && this.checks.every((line) => line.startsWith("  ok"));
    lines.push("", isGood ? "VERIFIED" : "FAILED: this is not the log as it was signed, see above");
    process.stdout.write(`${lines.join("\n")}\n`);
    return isGood;
  }
}

// --- Export ----------------------------------------------------------------------------------------------------------

/** Yields every line as bytes with its place; the last one says whether it was ended. */
async function* readLines(file) {
  let number = 1;
  let offset = 0;
  let pieces = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      pieces.push(chunk.subarray(start, end));
      const bytes = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
      pieces = [];
      yield { bytes, number, offset, isEnded: true };
      number += 1;
      offset += bytes.length + 1;
      start = end + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  }
  const rest = Buffer.concat(pieces);
  if (rest.length > 0) yield { bytes: rest, number, offset, isEnded: false };
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function readHeader(line, report) {
  const text = line === undefined ? null : decode(line.bytes);
  let problem = null;
  if (text === null) problem = "it is empty or not UTF-8";
  else if (!line.isEnded) problem = "it is cut off: the file ends in the middle of it";
  else if (text.endsWith("\r")) problem = "the file was converted to Windows line ends; verify it as it was downloaded";
  const header = problem ?? readCanonical(text);
  if (typeof header === "string") problem = header;
  else if (header.format !== EXPORT_FORMAT) problem = `the format is not \`${EXPORT_FORMAT}\``;
  else if (Object.keys(header).join(" ") !== "checkpoint format organization publicKey") {
    problem = `it has other fields than an export: ${Object.keys(header).join(", ")}`;
  }
  if (problem === null) return header;
  report.find(`Line 1 (the header): ${problem}`);
  return null;
}

/** Everything that one line says about itself. `hash` is computed, `statedHash` and `chain` are read. */
function readEntry(line, organization) {
  if (!line.isEnded) return { problem: "it is cut off: the file ends in the middle of it" };
  const text = decode(line.bytes);
  if (text === null) return { problem: "it is not UTF-8: a byte was changed" };
  const entry = readCanonical(text);
  if (typeof entry === "string") return { problem: entry };
  const extra = Object.keys(entry).filter(
    (key) => !["number", "leaf", "leafHash", "chain", "personal", "salt"].includes(key),
  );
  if (extra.length > 0) return { problem: `it has a field that an export does not have: \`${extra[0]}\`` };
  const isWhole = Number.isSafeInteger(entry.number) && entry.number > 0 && typeof entry.leaf === "string";
  if (!isWhole || !isHex(entry.leafHash, 64) || !isHex(entry.chain, 64))
    return { problem: "number, leaf, leafHash or chain is missing or malformed" };
  const hash = hashLeaf(entry.leaf);
  return {
    number: entry.number,
    hash,
    statedHash: Buffer.from(entry.leafHash, "hex"),
    chain: Buffer.from(entry.chain, "hex"),
    ...judgeLeaf(entry, organization),
  };
}

function judgeLeaf(entry, organization) {
  const leaf = readCanonical(entry.leaf);
  if (typeof leaf === "string")
    return { leafProblem: `its leaf is not what is signed: ${leaf}`, personalState: "none" };
  if (leaf.organization !== organization)
    return { leafProblem: "it belongs to another organisation", personalState: "none" };
  const hasPersonal = Object.hasOwn(entry, "personal");
  const hasSalt = Object.hasOwn(entry, "salt");
  const committed = leaf.personalCommitment;
  if (!hasPersonal && !hasSalt) return { personalState: committed === null ? "none" : "withheld" };
  if (!hasPersonal || !isHex(entry.salt, entry.salt?.length) || entry.salt.length % 2 !== 0)
    return { personalProblem: "personal data and its salt do not come together", personalState: "none" };
  if (committed === null)
    return { personalProblem: "personal data was added: the signed entry commits to none", personalState: "none" };
  const commitment = sha256(Buffer.from(entry.salt, "hex"), canonical(entry.personal)).toString("hex");
  if (commitment !== committed)
    return {
      personalProblem: "its personal data or salt was changed: it does not fit the signed commitment",
      personalState: "none",
    };
  return { personalState: "shown" };
}

class LogReader {
  constructor(organization, signedSize, watchedSizes, watchedNumbers, report) {
    this.signedSize = signedSize;
    this.organization = organization;
    this.report = report;
    this.computed = new Tree();
    this.stated = new Tree();
    this.rootsAt = new Map([[0, this.computed.root()]]);
    this.watchedSizes = watchedSizes;
    this.watchedNumbers = watchedNumbers;
    this.lineOf = new Map();
    this.late = [];
    this.gaps = [];
    this.hashes = new Map();
    this.previousChain = Buffer.alloc(32);
    this.isChainKnown = true;
    this.expected = 1;
    this.suspect = null;
    this.personal = { none: 0, withheld: 0, shown: 0 };
  }

  read(line) {
    const at = `line ${line.number}, bytes ${line.offset} to ${line.offset + line.bytes.length - 1}`;
    const entry = readEntry(line, this.organization);
    if (entry.problem !== undefined) {
      this.report.find(`${nameOf(this.expected)} (${at}): ${entry.problem}`);
      this.lineOf.set(this.expected, line.number);
      this.expected += 1;
      this.isChainKnown = false;
      return;
    }
    this.settleSuspect(entry);
    if (entry.number !== this.expected && this.isChainKnown && this.follows(entry)) {
      this.report.find(`${nameOf(this.expected)} (${at}): its number was changed to ${entry.number}`);
      entry.number = this.expected;
    } else if (entry.number > Math.max(this.signedSize, this.expected)) {
      this.report.find(`${nameOf(this.expected)} (${at}): its number, ${entry.number}, is beyond the end of the log`);
      entry.number = this.expected;
    }
    const label = `${nameOf(entry.number)} (${at})`;
    const isInPlace = this.judgePlace(entry, line, label);
    this.judgeHashes(entry, label, isInPlace);
    if (entry.personalProblem) this.report.find(`${label}: ${entry.personalProblem}`);
    this.personal[entry.personalState] += 1;
    this.computed.append(entry.hash);
    this.stated.append(entry.statedHash);
    if (this.watchedNumbers.has(entry.number)) this.hashes.set(entry.number, entry.hash);
    if (this.watchedSizes.has(this.computed.size)) this.rootsAt.set(this.computed.size, this.computed.root());
    // A repeated or late line stands outside the sequence: the next one follows the line before it.
    if (entry.number === this.expected - 1 && this.lineOf.get(entry.number) === line.number) {
      this.previousChain = entry.chain;
      this.isChainKnown = true;
    }
  }

  follows(entry) {
    return sha256(this.previousChain, entry.hash).equals(entry.chain);
  }

  judgePlace(entry, line, label) {
    const before = this.lineOf.get(entry.number);
    const expected = this.expected;
    if (before !== undefined) {
      this.report.find(
        `${label}: an inserted or repeated line: ${nameOf(entry.number)} already stands in line ${before}`,
      );
      return false;
    }
    this.lineOf.set(entry.number, line.number);
    if (entry.number === expected) {
      this.expected += 1;
      return true;
    }
    if (entry.number > expected) {
      this.gaps.push({ from: expected, to: entry.number - 1, line: line.number });
      this.expected = entry.number + 1;
    } else {
      this.late.push(entry.number);
      this.report.find(`${label}: out of order: it belongs before ${nameOf(expected - 1)}`);
    }
    return false;
  }

  judgeHashes(entry, label, isInPlace) {
    const isSame = entry.hash.equals(entry.statedHash);
    if (!isSame && this.isChainKnown && isInPlace && this.follows(entry)) {
      this.report.find(`${label}: the hash beside the leaf was changed; the leaf itself is as it was`);
    } else if (!isSame) {
      this.report.find(`${label}: the leaf was changed: it does not have the hash that stands beside it`);
    } else if (entry.leafProblem) {
      this.report.find(`${label}: ${entry.leafProblem}`);
    } else if (this.isChainKnown && isInPlace && !this.follows(entry)) {
      this.suspect = { label, chain: sha256(this.previousChain, entry.hash) };
    }
  }

  /** A chain that does not fit: the next line tells whether the entry was rewritten or only its chain value. */
  settleSuspect(next, isRootSigned = false) {
    if (this.suspect === null) return;
    const { label, chain } = this.suspect;
    this.suspect = null;
    if (isRootSigned || (next !== null && sha256(chain, next.statedHash).equals(next.chain))) {
      this.previousChain = chain;
      this.report.find(`${label}: the chain value was changed; the leaf itself is as it was`);
    } else {
      this.report.find(
        `${label}: it does not follow from the entry before it: it was rewritten together with its hash, or entries before it were removed, inserted or exchanged and renumbered`,
      );
    }
  }

  hasRoot(checkpoint) {
    return (
      checkpoint !== null && this.computed.size === checkpoint.size && this.computed.root().equals(checkpoint.root)
    );
  }

  finish(checkpoint) {
    this.settleSuspect(null, this.hasRoot(checkpoint));
    const late = this.late.sort((left, right) => left - right);
    for (const gap of this.gaps.slice(0, 1000)) {
      let from = gap.from;
      for (const number of [...late.filter((each) => each >= gap.from && each <= gap.to), gap.to + 1]) {
        if (number > from) this.report.find(`${rangeOf(from, number - 1)} missing: removed before line ${gap.line}`);
        from = number + 1;
      }
    }
    if (checkpoint === null) return;
    const size = checkpoint.size;
    const highest = this.expected - 1;
    if (highest < size) {
      this.report.find(
        `The file ends early: the checkpoint covers ${count(size, "entries")}, ${rangeOf(highest + 1, size)} missing at the end`,
      );
    } else if (highest > size) {
      this.report.find(
        `The file goes on after ${size === 0 ? "the header" : nameOf(size)}: what follows is not covered by the checkpoint, it was added`,
      );
    }
  }
}

async function verifyExport(options, report) {
  const lines = readLines(options.file);
  const header = readHeader((await lines.next()).value, report);
  if (header === null) return null;
  const trusted = options.publicKey ?? header.publicKey;
  const key = parseKey(trusted);
  const checkpoint = parseCheckpoint(header.checkpoint);
  if (key === null)
    report.find(
      `${options.publicKey ? "The key given with --public-key" : "Line 1 (the header): the public key"} is malformed`,
    );
  if (checkpoint === null) report.find("Line 1 (the header): the checkpoint is malformed");
  if (options.publicKey && header.publicKey !== options.publicKey)
    report.find("Line 1 (the header): the public key is not the one that you trust");
  if (checkpoint && checkpoint.origin !== `gavel/${header.organization}`)
    report.find(
      `Line 1 (the header): the organisation is \`${header.organization}\`, the checkpoint is of \`${checkpoint.origin}\``,
    );
  const older = options.checkpoints.map((file) => ({ file, checkpoint: parseCheckpoint(readText(file)) }));
  const receipts = options.receipts.map((file) => ({ file, receipt: readReceipt(file, report) }));
  const sizes = new Set([
    ...older.map((item) => item.checkpoint?.size),
    ...receipts.map((item) => item.receipt?.parsed?.size),
  ]);
  const numbers = new Set(receipts.map((item) => item.receipt?.number));
  const reader = new LogReader(
    header.organization,
    checkpoint?.size ?? Number.MAX_SAFE_INTEGER,
    sizes,
    numbers,
    report,
  );
  for await (const line of lines) reader.read(line);
  reader.finish(checkpoint);
  checkSignature(report, "Signature", checkpoint, key);
  checkRoot(report, reader, checkpoint);
  for (const item of older) checkOlder(report, item, reader, key, checkpoint);
  for (const item of receipts) if (item.receipt) checkReceipt(report, item, key, reader);
  addNotes(report, reader, options, trusted);
  return { organization: header.organization, checkpoint };
}

function addNotes(report, reader, options, trusted) {
  const { withheld, shown } = reader.personal;
  if (withheld + shown > 0)
    report.notes.push(
      `personal data: ${count(shown, "entries")} shown and fitting, ${count(withheld, "entries")} withheld or erased (their commitments are verified)`,
    );
  if (!options.publicKey)
    report.notes.push(
      `the key came from the file itself (${trusted}); compare it with one that you got elsewhere, or give --public-key`,
    );
  if (options.checkpoints.length === 0)
    report.notes.push(
      "no older checkpoint was given: a log that was cut and signed again by the key's holder would pass. Keep each checkpoint and give it with --checkpoint",
    );
}

function checkSignature(report, name, checkpoint, key) {
  if (checkpoint === null || key === null)
    return report.check(false, name, "cannot be judged, the checkpoint or the key is malformed");
  const problem = problemWithSignature(checkpoint, key);
  return report.check(
    problem === null,
    name,
    problem === null
      ? `key ${key.id.toString("hex")} signed ${count(checkpoint.size, "entries")} of ${checkpoint.origin}`
      : problem,
  );
}

function checkRoot(report, reader, checkpoint) {
  if (checkpoint === null) return;
  const detail = `${count(reader.computed.size, "entries")}, ${reader.computed.root().toString("hex")}`;
  if (reader.hasRoot(checkpoint)) return report.check(true, "Root", detail);
  report.check(
    false,
    "Root",
    `the entries in the file give ${detail}; signed are ${count(checkpoint.size, "entries")}, ${checkpoint.root.toString("hex")}`,
  );
  const areHashesSigned = reader.stated.size === checkpoint.size && reader.stated.root().equals(checkpoint.root);
  if (areHashesSigned)
    report.notes.push(
      "the hashes beside the leaves do give the signed root: exactly the entries named above were changed, all others are as signed",
    );
  else if (report.findings.length === 0)
    report.find(
      "No single entry can be named: the file agrees with itself but not with the signed checkpoint. It was rewritten as a whole, or the checkpoint is of another log",
    );
}

function checkOlder(report, { file, checkpoint }, reader, key, latest) {
  const name = `Older checkpoint ${file}`;
  if (checkpoint === null || key === null)
    return report.check(false, name, "it is not a checkpoint, or the key is malformed");
  const problem = problemWithSignature(checkpoint, key);
  if (problem !== null) return report.check(false, name, problem);
  const size = checkpoint.size;
  const have = Math.min(reader.computed.size, latest?.size ?? 0);
  if (size > have) {
    report.find(
      `The tail was cut: the checkpoint in ${file} covers ${count(size, "entries")}, this log ends at ${nameOf(have)}`,
    );
    return report.check(false, name, `covers ${count(size, "entries")}, the file only ${have.toLocaleString("en")}`);
  }
  if (reader.rootsAt.get(size)?.equals(checkpoint.root))
    return report.check(true, name, `the first ${count(size, "entries")} are the same`);
  report.find(
    `A fork: the first ${count(size, "entries")} (AR-00001 to ${nameOf(size)}) are not those of the checkpoint in ${file}`,
  );
  return report.check(
    false,
    name,
    `signed then: ${checkpoint.root.toString("hex")}, now: ${reader.rootsAt.get(size)?.toString("hex")}`,
  );
}

// --- Receipt ---------------------------------------------------------------------------------------------------------

/** The file of a vote carries its receipt inside. */
const findReceipt = (given) => (given?.proof?.format === RECEIPT_FORMAT ? given.proof : given);

/** SHA-256 over RFC 8785 text, which for an object of texts and whole numbers is JSON with its names in order. */
const digestOfFlat = (object) =>
  createHash("sha256")
    .update(JSON.stringify(object, Object.keys(object).sort()))
    .digest("hex");

/** Whether choice and reasoning, opened with the salt, are what the entry commits to; null when the file says no vote. */
function isVoteOnRecord(given, leaf) {
  if (typeof given !== "object" || given === null || !("choice" in given)) return null;
  const { choice, reasoning, receipt } = given;
  const { proposal, castNumber, castAt, subjectDigest, choiceCommitment, salt, digest } = receipt ?? {};
  const entry = JSON.parse(leaf);
  const opened = { proposal, voterUserId: entry.actor?.id, choice, reasoning, salt };
  return (
    entry.action === "voting.ballot_cast" &&
    entry.details?.receiptDigest === digest &&
    digestOfFlat({ proposal, castNumber, castAt, subjectDigest, choiceCommitment }) === digest &&
    digestOfFlat(opened) === choiceCommitment
  );
}

function readReceipt(file, report) {
  let given;
  try {
    given = JSON.parse(readText(file));
  } catch (error) {
    report.check(false, `Receipt ${file}`, `it cannot be read as JSON: ${error.message}`);
    return null;
  }
  const receipt = findReceipt(given);
  const isWhole =
    receipt?.format === RECEIPT_FORMAT &&
    Number.isSafeInteger(receipt.number) &&
    receipt.number > 0 &&
    typeof receipt.leaf === "string" &&
    isHex(receipt.leafHash, 64) &&
    Array.isArray(receipt.proof) &&
    receipt.proof.every((hash) => isHex(hash, 64));
  if (!isWhole) {
    report.check(false, `Receipt ${file}`, `it is not a receipt of the format \`${RECEIPT_FORMAT}\``);
    return null;
  }
  return { ...receipt, given, parsed: parseCheckpoint(receipt.checkpoint) };
}

/** `reader` is null when there is no export to compare with. */
function checkReceipt(report, { file, receipt }, key, reader) {
  const label = `Receipt ${file}`;
  const entry = nameOf(receipt.number);
  const leafHash = hashLeaf(receipt.leaf);
  if (receipt.parsed === null || key === null)
    return report.check(false, label, "its checkpoint or the key is malformed");
  const problem = problemWithSignature(receipt.parsed, key);
  if (problem !== null) return report.check(false, label, `its checkpoint does not hold: ${problem}`);
  if (receipt.parsed.origin !== `gavel/${receipt.organization}`)
    return report.check(false, label, "its organisation is not that of its checkpoint");
  if (leafHash.toString("hex") !== receipt.leafHash)
    return report.check(
      false,
      label,
      `its leaf of ${entry} was changed: it does not have the hash that stands beside it`,
    );
  const proof = receipt.proof.map((hash) => Buffer.from(hash, "hex"));
  if (!isIncluded(receipt.number - 1, receipt.parsed.size, leafHash, proof, receipt.parsed.root))
    return report.check(false, label, `its proof does not lead from ${entry} to the signed root`);
  if (isVoteOnRecord(receipt.given, receipt.leaf) === false)
    return report.check(false, label, `the vote in it is not the one that ${entry} recorded`);
  if (reader === null)
    return report.check(
      true,
      label,
      `${entry} is in the log that was signed with ${count(receipt.parsed.size, "entries")}`,
    );
  const own = reader.hashes.get(receipt.number);
  if (own === undefined) {
    report.find(`${entry} is missing: ${file} proves that it was in the log`);
    return report.check(false, label, `${entry} is not in the file`);
  }
  if (!own.equals(leafHash)) {
    report.find(`${entry} is not what it was: ${file} proves another content`);
    return report.check(false, label, `${entry} in the file has another content`);
  }
  const root = reader.rootsAt.get(receipt.parsed.size);
  if (root === undefined)
    report.notes.push(
      `the receipt ${file} was signed later than this export; ask for a newer export to compare the whole`,
    );
  else if (!root.equals(receipt.parsed.root)) {
    report.find(
      `A fork: the first ${count(receipt.parsed.size, "entries")} are not those that were signed for ${file}`,
    );
    return report.check(false, label, "its checkpoint is of another history");
  }
  return report.check(true, label, `${entry} is in the log, as it was`);
}

// --- Command ---------------------------------------------------------------------------------------------------------

class UsageError extends Error {}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${error.message}`);
  }
}

function readOptions(words) {
  const options = { file: null, checkpoints: [], receipts: [], publicKey: null };
  const rest = [...words];
  while (rest.length > 0) {
    const word = rest.shift();
    const [name, inline] = word.startsWith("--") ? word.split(/=(.*)/su, 2) : [word];
    if (!name.startsWith("--")) {
      if (options.file !== null) throw new UsageError(`One export at a time: ${word}`);
      options.file = word;
      continue;
    }
    if (!["--checkpoint", "--receipt", "--public-key"].includes(name)) throw new UsageError(`Unknown option: ${name}`);
    const value = inline ?? rest.shift();
    if (value === undefined || value === "") throw new UsageError(`${name} needs a value`);
    if (name === "--checkpoint") options.checkpoints.push(value);
    else if (name === "--receipt") options.receipts.push(value);
    else options.publicKey = parseKey(value) ? value : readText(value).trim();
  }
  if (options.file === null && (options.receipts.length === 0 || options.checkpoints.length > 0))
    throw new UsageError("Name the export to verify");
  return options;
}

async function main(words) {
  if (words.includes("--help") || words.includes("-h")) {
    process.stdout.write(USAGE);
    return 0;
  }
  const options = readOptions(words);
  const report = new Report();
  if (options.file !== null) {
    requireFile(options.file);
    const log = await verifyExport(options, report);
    const size = log?.checkpoint?.size;
    return report.print(
      `Audit export ${options.file}${log ? ` of organisation ${log.organization}${size === undefined ? "" : `, ${count(size, "entries")}`}` : ""}`,
    )
      ? 0
      : 1;
  }
  for (const file of options.receipts) {
    const receipt = readReceipt(file, report);
    if (receipt) checkReceipt(report, { file, receipt }, parseKey(options.publicKey ?? receipt.publicKey), null);
    if (receipt && !options.publicKey)
      report.notes.push(
        `the key came from the receipt itself (${receipt.publicKey}); compare it with one that you got elsewhere, or give --public-key`,
      );
  }
  return report.print("Receipts") ? 0 : 1;
}

function requireFile(file) {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new UsageError(`There is no file ${file}`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
