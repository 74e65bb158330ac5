import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Json } from "../kernel/audit-event.ts";
import { ACT_WORDS } from "./act-words.ts";
import { peopleIn, tellEntry } from "./sentence.ts";

const MIRA = "0198c0de-0000-7000-8000-0000000000aa";
const DANA = "0198c0de-0000-7000-8000-0000000000bb";
const names = new Map([
  [MIRA, "Mira Okafor"],
  [DANA, "Dana Ives"],
]);
const nameOf = (id: string) => names.get(id) ?? null;

type Given = {
  action: string;
  by?: string | null;
  kind?: string;
  subject?: { type: string; reference: string };
  details?: Record<string, Json>;
  outcome?: "done" | "denied" | "failed";
};

function tell({ action, by = MIRA, kind = "person", subject, details = {}, outcome = "done" }: Given): string {
  const entry = {
    action,
    actor: { kind, id: by },
    subject: subject ?? { type: "proposal", reference: "PRP-7K3M9Q2A" },
    details,
    outcome,
  };
  return tellEntry(entry as Parameters<typeof tellEntry>[0], nameOf);
}

const system = { kind: "system", by: null };

describe("an entry in plain words", () => {
  test.each([
    [
      "Mira Okafor voted yes on PRP-7K3M9Q2A",
      { action: "voting.ballot_cast", details: { castNumber: 1, choice: "yes" } },
    ],
    ["Mira Okafor voted on PRP-7K3M9Q2A", { action: "voting.ballot_cast", details: { castNumber: 1 } }],
    [
      "Mira Okafor changed their vote to abstain on PRP-7K3M9Q2A",
      { action: "voting.ballot_cast", details: { castNumber: 2, choice: "abstain" } },
    ],
    [
      "The system closed PRP-7K3M9Q2A: passed, conditional",
      { action: "voting.proposal_closed", ...system, details: { result: "passed", outcome: "conditional" } },
    ],
    [
      "Somebody not signed in failed to sign in as Dana Ives: wrong password",
      {
        action: "identity.sign_in_refused",
        kind: "anonymous",
        by: null,
        subject: { type: "person", reference: DANA },
        details: { method: "password", cause: "wrong_password" },
        outcome: "failed" as const,
      },
    ],
    [
      "Dana Ives signed in with password",
      {
        action: "identity.signed_in",
        kind: "anonymous",
        by: null,
        subject: { type: "person", reference: DANA },
        details: { method: "password" },
      },
    ],
    [
      "Mira Okafor abstained on PRP-7K3M9Q2A",
      { action: "voting.ballot_cast", details: { castNumber: 1, choice: "abstain" } },
    ],
    [
      "Mira Okafor tried `voting.cast_vote` and was refused: not permitted",
      {
        action: "identity.attempt_denied",
        subject: { type: "operation", reference: "voting.cast_vote" },
        details: { code: "kernel.not_permitted" },
        outcome: "denied" as const,
      },
    ],
    [
      "Mira Okafor seated Dana Ives as risk officer (MBR-00000001)",
      {
        action: "board.member_seated",
        subject: { type: "board_member", reference: "MBR-00000001" },
        details: { role: "risk_officer", userId: DANA },
      },
    ],
    [
      "Mira Okafor put Dana Ives in quarantine",
      { action: "identity.person_quarantined", subject: { type: "person", reference: DANA } },
    ],
    [
      "A person who is not known here signed out",
      { action: "identity.signed_out", by: "0198c0de-0000-7000-8000-0000000000cc" },
    ],
    ["Mira Okafor recorded “thing invented” on PRP-7K3M9Q2A", { action: "area.thing_invented" }],
    [
      "Mira Okafor recorded “thing invented” on PRP-7K3M9Q2A: failed",
      { action: "area.thing_invented", outcome: "failed" as const },
    ],
  ] satisfies [string, Given][])("[AUD-108] %s", (expected, given) => {
    expect(tell(given)).toBe(expected);
  });

  test("[AUD-108] knows whose names it needs", () => {
    const entry = {
      action: "board.member_seated",
      actor: { kind: "person", id: MIRA },
      subject: { type: "person", reference: DANA },
      details: { userId: DANA, owner: "nobody" },
      outcome: "done" as const,
    };
    expect(new Set(peopleIn(entry))).toEqual(new Set([MIRA, DANA]));
  });

  test("[AUD-108] missing details leave a sentence, never undefined or an exception", () => {
    for (const action of Object.keys(ACT_WORDS)) {
      const told = tell({ action });
      expect(told.startsWith("Mira Okafor "), told).toBe(true);
      expect(told).not.toMatch(/undefined|null|NaN|\[object/u);
    }
  });
});

const GOVERNANCE = fileURLToPath(new URL("../", import.meta.url));
const SERVER = fileURLToPath(new URL("../../server/", import.meta.url));

/** Every action that the sources record: in an area's `events.ts`, or spelled where it is recorded. */
function recordedActions(): string[] {
  const found = new Set<string>();
  const files = [GOVERNANCE, SERVER].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}${path}`),
  );
  for (const path of files.filter((each) => each.endsWith(".ts") && !each.includes(".test."))) {
    if (path.includes("/attacks/")) continue;
    const text = readFileSync(path, "utf8");
    const pattern = path.endsWith("events.ts") ? /"([a-z]+\.[a-z_]+)"/gu : /action: "([a-z]+\.[a-z_]+)"/gu;
    for (const [, action = ""] of text.matchAll(pattern)) found.add(action);
  }
  return [...found].sort();
}

test("[AUD-108] every act that the house records has words of its own (add a line to act-words.ts)", () => {
  const actions = recordedActions();
  expect(actions).toContain("identity.attempt_denied");
  expect(actions.filter((action) => ACT_WORDS[action] === undefined)).toEqual([]);
});
