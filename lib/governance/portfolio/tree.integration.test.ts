import { describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import {
  actionsOf,
  answerOf,
  makeRegistryWorld,
  type RegistryStage,
  stageRegistry,
} from "../../testing/registry-world.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { createPortfolio } from "./operations/create-portfolio.ts";
import { createVenture } from "./operations/create-venture.ts";
import { listPortfolios } from "./operations/list-portfolios.ts";
import { listVentures } from "./operations/list-ventures.ts";
import { readPortfolio } from "./operations/read-portfolio.ts";
import { readTree } from "./operations/read-tree.ts";
import { readVenture } from "./operations/read-venture.ts";
import { updatePortfolio } from "./operations/update-portfolio.ts";
import { updateVenture } from "./operations/update-venture.ts";

let stage: RegistryStage;
stageRegistry("2026-11-20T09:00:00.000Z", (taken) => {
  stage = taken;
});

const portfolio = (name: string, actor: PersonActor = stage.world.admin) =>
  invoke(createPortfolio, { actor, input: { name } });
const venture = (input: Record<string, unknown>, actor: PersonActor = stage.world.chair) =>
  invoke(createVenture, { actor, input: { name: "Tide", ...input } });
const change = (input: Record<string, unknown>, actor: PersonActor = stage.world.chair) =>
  invoke(updateVenture, { actor, input });

describe("the tree", () => {
  test("[PRT-131] [PRT-138] an organisation sees its own tree, with ended ventures shown and not summed", async () => {
    const { world } = stage;
    const { reference } = await portfolio("Water");
    await venture({ portfolio: reference, allocationUsd: 1200.5, stage: 5, lead: world.owner.userId });
    const ended = await venture({ portfolio: reference, name: "Ebb", allocationUsd: 300 });
    await change({ reference: ended.reference, lifecycle: "ended" });
    const tree = await invoke(readTree, { actor: world.auditor, input: {} });
    expect(tree.ecosystem).toEqual({ name: "Test board", portfolios: 1, ventures: 1, allocationUsd: 1200.5 });
    expect(tree.portfolios[0]?.members.map(({ name, lifecycle, lead }) => [name, lifecycle, lead?.name])).toEqual([
      ["Ebb", "ended", undefined],
      ["Tide", "active", "Otto Owner"],
    ]);
    const other = await makeRegistryWorld();
    expect((await invoke(readTree, { actor: other.chair, input: {} })).portfolios).toEqual([]);
    const inVain = [
      () => invoke(readPortfolio, { actor: other.chair, input: { reference } }),
      () => invoke(readVenture, { actor: other.chair, input: { reference: ended.reference } }),
      () => invoke(updateVenture, { actor: other.chair, input: { reference: ended.reference, stage: 2 } }),
    ];
    for (const act of inVain) expect(await answerOf(act())).toBe("kernel.not_found");
    expect(await answerOf(venture({ portfolio: reference }, other.chair))).toBe("portfolio.unknown_portfolio");
  });

  test("[PRT-134] names that differ by case, spaces or Unicode form are the same name, also at once", async () => {
    const made = await Promise.all(["Wärme", "wärme ", " WA\u0308RME"].map((name) => answerOf(portfolio(name))));
    expect(made.toSorted()).toEqual(["done", "portfolio.name_taken", "portfolio.name_taken"]);
    const [first] = (await invoke(listPortfolios, { actor: stage.world.auditor, input: {} })).items;
    const other = await portfolio("Licht");
    const inFirst = { portfolio: first?.reference ?? "" };
    await venture(inFirst);
    expect(await answerOf(venture({ ...inFirst, name: "TIDE" }))).toBe("portfolio.name_taken");
    expect(await answerOf(venture({ portfolio: other.reference, name: "TIDE" }))).toBe("done");
    const rename = invoke(updatePortfolio, {
      actor: stage.world.admin,
      input: { ...other, revision: 1, name: "WÄRME" },
    });
    expect(await answerOf(rename)).toBe("portfolio.name_taken");
  });

  test("[PRT-136] an admin keeps the tree, and the chair alone raises money and ends ventures", async () => {
    const { admin, chair, owner } = stage.world;
    const { reference } = await portfolio("Water");
    expect(await answerOf(venture({ portfolio: reference, allocationUsd: 1 }, admin))).toBe("portfolio.needs_chair");
    const made = await venture({ portfolio: reference }, admin);
    expect(await answerOf(change({ reference: made.reference, allocationUsd: 10 }, admin))).toBe(
      "portfolio.needs_chair",
    );
    expect(await answerOf(change({ reference: made.reference, allocationUsd: 10 }, chair))).toBe("done");
    expect(await answerOf(change({ reference: made.reference, lifecycle: "ended" }, admin))).toBe(
      "portfolio.needs_chair",
    );
    expect(await answerOf(change({ reference: made.reference, stage: 2 }, owner))).toBe("kernel.not_permitted");
  });

  test("[PRT-137] an older revision is refused, and what changes nothing is not on record", async () => {
    const { reference } = await portfolio("Water");
    const made = await venture({ portfolio: reference });
    expect(await change({ ...made, stage: 7 })).toEqual({ reference: made.reference, revision: 2 });
    expect(await answerOf(change({ ...made, stage: 8 }))).toBe("kernel.changed_meanwhile");
    expect(await change({ reference: made.reference, stage: 7 })).toEqual({ reference: made.reference, revision: 2 });
    expect(await actionsOf(stage.database, stage.world.organizationId)).toEqual([
      "portfolio.portfolio_created",
      "portfolio.venture_created",
      "portfolio.venture_changed",
    ]);
  });

  test("[PRT-131] ventures move between portfolios and are listed by page", async () => {
    const [one, two] = [await portfolio("Air"), await portfolio("Water")];
    const made = await venture({ portfolio: one.reference });
    await venture({ portfolio: one.reference, name: "Ebb" });
    await change({ reference: made.reference, portfolio: two.reference });
    const list = (input: object) => invoke(listVentures, { actor: stage.world.auditor, input });
    expect((await list({ portfolio: two.reference })).items.map(({ name }) => name)).toEqual(["Tide"]);
    const page = await list({ limit: 1 });
    const rest = await list({ limit: 1, cursor: page.nextCursor ?? "" });
    expect([...page.items, ...rest.items].map(({ name }) => name)).toEqual(["Ebb", "Tide"]);
    expect(rest.nextCursor).toBeNull();
    const stranger = (await makeRegistryWorld()).owner.userId;
    expect(await answerOf(change({ reference: made.reference, lead: stranger }))).toBe("portfolio.unknown_lead");
  });
});
