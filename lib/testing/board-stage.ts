// What every test file about votes begins with: one database, one governed organisation, the clock set back before each test.
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { castBallot } from "../governance/voting/operations/cast-ballot.ts";
import { invoke } from "../server/invoke.ts";
import { type BoardWorld, buildBoard, type OpenVote } from "./builders.ts";
import { startTestDatabase, type TestDatabase } from "./database.ts";

/** The board is founded at `at`, and given to `take` before the first test. */
export function stageBoard(at: string, take: (stage: { database: TestDatabase; world: BoardWorld }) => void): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
    await database.setClock({ at });
    take({ database, world: await buildBoard() });
  });
  beforeEach(() => database.setClock({ at }));
  afterAll(() => database.stop());
}

export const cast = (
  actor: PersonActor,
  vote: Pick<OpenVote, "reference" | "digest">,
  choice = "yes",
  reasoning = "",
) => invoke(castBallot, { actor, input: { reference: vote.reference, choice, reasoning, subjectDigest: vote.digest } });
