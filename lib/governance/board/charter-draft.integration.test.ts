import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { type BoardWorld, buildBoard } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import type { PersonActor } from "../kernel/actor.ts";
import type { SaveCharterDraftInput } from "./charter-draft.ts";
import { discardCharterDraft } from "./operations/discard-charter-draft.ts";
import { readCharterDraft } from "./operations/read-charter-draft.ts";
import { saveCharterDraft } from "./operations/save-charter-draft.ts";

let database: TestDatabase;
let world: BoardWorld;

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  world = await buildBoard();
});
afterAll(() => database.stop());

const read = (actor: PersonActor) => invoke(readCharterDraft, { actor, input: {} });
const save = (actor: PersonActor, input: SaveCharterDraftInput) => invoke(saveCharterDraft, { actor, input });
const purpose = (value: string, revision = 0) => ({ section: "purpose", value, revision, charterVersion: 1 }) as const;
const months = (value: string, revision = 0) =>
  ({ section: "reviewEveryMonths", value, revision, charterVersion: 1 }) as const;
const entries = () =>
  database.query("SELECT action FROM audit_entries WHERE organization_id = $1 AND action LIKE 'board.charter_draft%'", [
    world.organizationId,
  ]);

describe("the working draft", () => {
  test("[BRD-9] begins as the charter in force, is saved section by section and shows what it changes", async () => {
    const begun = await read(world.chair);
    expect(begun).toMatchObject({ revision: 0, isChanged: false, label: "1.0", nextLabel: "2.0", votingMembers: 7 });
    const saved = await save(world.chair, purpose("Decide well."));
    expect(saved).toMatchObject({ revision: 1, isChanged: true, problems: [] });
    expect(saved.marks.purpose).toMatchObject({ revision: 1, isTouched: true, updatedBy: { name: "Ada Chair" } });
    expect(saved.differences.filter((one) => one.isChanged).map((one) => one.section)).toEqual(["purpose"]);
    expect(await read(world.risk)).toEqual(saved);
  });

  test("[BRD-112] the same words again are no change and leave no entry", async () => {
    await save(world.chair, purpose("Decide well."));
    await save(world.risk, purpose("Decide well."));
    expect(await entries()).toHaveLength(1);
  });

  test("[BRD-111] 0.67 is kept as typed and asked about; 2/3 settles it", async () => {
    const { sections } = await read(world.chair);
    const { model_approval } = sections.decisionRights;
    const withThreshold = (threshold: string, revision: number) => {
      const value = { ...sections.decisionRights, model_approval: { ...model_approval, threshold } };
      return save(world.chair, { section: "decisionRights", value, revision, charterVersion: 1 });
    };
    const asked = await withThreshold("0.67", 0);
    expect(asked.sections.decisionRights.model_approval.threshold).toBe("0.67");
    expect(asked.contentDigest).toBeNull();
    expect(asked.problems).toMatchObject([{ code: "fraction_asked", candidates: ["2/3", "67/100"] }]);
    const settled = await withThreshold("2/3", 1);
    expect(settled.problems).toEqual([]);
    expect(settled.contentDigest).toMatch(/^[0-9a-f]{64}$/u);
  });

  test("[BRD-112] discarding follows the version in force again; a save on the old revision is refused", async () => {
    const { revision } = await save(world.chair, purpose("Decide well."));
    const discarded = await invoke(discardCharterDraft, { actor: world.risk, input: { revision } });
    expect(discarded).toMatchObject({ revision: 2, isChanged: false });
    await expect(save(world.chair, purpose("Decide better.", 1))).rejects.toMatchObject({
      code: "kernel.changed_meanwhile",
    });
    await expect(invoke(discardCharterDraft, { actor: world.risk, input: { revision } })).rejects.toMatchObject({
      status: 409,
    });
  });

  test.each([
    ["an owner", (w: BoardWorld) => w.owner],
    ["an auditor", (w: BoardWorld) => w.auditor],
    ["an advisor", (w: BoardWorld) => w.advisor],
  ])("[BRD-9] %s neither reads nor writes the draft", async (_name, pick) => {
    await expect(read(pick(world))).rejects.toMatchObject({ status: 403 });
    await expect(save(pick(world), purpose("Mine"))).rejects.toMatchObject({ status: 403 });
  });

  test("[BRD-9] an unknown section, another type and text that cannot be stored are refused", async () => {
    const bad = [
      { section: "anthem", value: "x", revision: 0, charterVersion: 1 },
      { ...purpose("x"), value: ["x"] },
      purpose("a\u0000b"),
      { ...purpose("x"), revision: -1 },
      { ...purpose("x"), charterVersion: 0 },
      purpose("x".repeat(100_000)),
    ];
    for (const input of bad) {
      await expect(save(world.chair, input as SaveCharterDraftInput)).rejects.toMatchObject({ status: 422 });
    }
    expect((await read(world.chair)).revision).toBe(0);
  });

  test("[BRD-9] another organisation's draft is another draft", async () => {
    const other = await buildBoard();
    await save(world.chair, purpose("Ours"));
    expect((await read(other.chair)).isChanged).toBe(false);
  });
});

describe("two editors at the same instant", () => {
  test("[BRD-112] on different sections both are kept", async () => {
    await Promise.all([save(world.chair, purpose("Decide well.")), save(world.risk, months("6"))]);
    const { sections, revision } = await read(world.chair);
    expect(sections).toMatchObject({ purpose: "Decide well.", reviewEveryMonths: "6" });
    expect(revision).toBe(2);
    expect(await entries()).toHaveLength(2);
  });

  test("[BRD-112] on the same section one is kept, the others are told what was written", async () => {
    const writers = [world.chair, world.risk, world.ethics, world.legal, world.admin];
    const answers = await Promise.allSettled(writers.map((actor) => save(actor, purpose(`As ${actor.name} says`))));
    const kept = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    expect(kept).toHaveLength(1);
    const written = kept[0]?.sections.purpose;
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(refused).toHaveLength(4);
    const mine = writers.map((actor) => `As ${actor.name} says`).filter((text) => text !== written);
    const shown = refused.map(({ facts }) => facts.theirs.rows);
    expect(shown).toEqual(mine.map((after) => [{ kind: "changed", before: written, after }]));
    for (const refusal of refused) {
      expect(refusal).toMatchObject({
        code: "kernel.changed_meanwhile",
        status: 409,
        facts: { theirs: { section: "purpose", value: written, revision: 1 } },
      });
    }
    expect((await read(world.chair)).sections.purpose).toBe(written);
  });

  test("[BRD-112] many saves of all kinds at once: as many entries as revisions, nothing lost", async () => {
    const tries = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0 ? save(world.chair, purpose(`Purpose ${index}`)) : save(world.risk, months(String(index + 1))),
    );
    const answers = await Promise.allSettled(tries);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(2);
    expect((await read(world.chair)).revision).toBe(2);
    expect(await entries()).toHaveLength(2);
  });
});
