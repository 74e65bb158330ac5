// Requests to the doors of this room that nobody sends by mistake: each is answered with a 4xx that says what is wrong, never with
// a 500, and nothing comes of it.
import { beforeEach, describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { answerHttp } from "../../server/to-route.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../../testing/attention-world.ts";
import { createKey } from "../identity/operations/create-key.ts";

let stage: AttentionStage;
let key: string;
stageAttention((taken) => {
  stage = taken;
});
const { raise, rows, standing } = actsOnAttention(() => stage);

beforeEach(async () => {
  const scopes = ["read", "raise", "respond", "triage", "settings"].map((each) => `escalations.${each}`);
  const input = { name: "script", scopes: [...scopes, "portfolio.read", "portfolio.manage"], expiresInDays: 1 };
  ({ key } = await invoke(createKey, { actor: stage.world.chair, input }));
});

async function ask(method: string, pathAndQuery: string, body?: unknown) {
  const request = new Request(`http://127.0.0.1:3000/api/governance${pathAndQuery}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await answerHttp(request, new URL(request.url).pathname.split("/").slice(3).map(decodeURIComponent));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const ID = "01993f5e-0000-7000-8000-000000000001";
const pack = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const LIMITS = { immediatePerDay: 1, nextBriefingPerDay: 1, weeklyPerWeek: 1, reason: "A quiet week" };
const SILENCE = { matcher: { source: "Prometheus" }, reason: "Planned maintenance", endsInHours: 2 };

describe("what is asked for", () => {
  test.each<[string, string, number]>([
    ["a queue of an unknown severity", "/escalations?severity=urgent", 422],
    ["a queue of an unknown channel", "/escalations?channel=pigeon", 422],
    ["a queue of an unknown category", "/escalations?category=gossip", 422],
    ["a queue of a stage, which is no filter", "/escalations?stage=3", 400],
    ["a queue without end", "/escalations?limit=1e999", 422],
    ["a queue before its beginning", "/escalations?limit=-1", 422],
    ["a queue after nobody", `/escalations?cursor=${pack(["severity", 9, "2026-01-01T00:00:00.000Z", ID])}`, 400],
    [
      "a queue after an instant that there is not",
      `/escalations?cursor=${pack(["severity", 1, "2026-99-01T00:00:00.000Z", ID])}`,
      400,
    ],
    ["a queue of a person who is no id", "/escalations?assignee=__proto__", 422],
    ["a queue of a venture that there is not", "/escalations?venture=Tide", 200],
    ["words that a search takes for its own", "/escalations?q=%25_%5C'%22;--", 200],
    ["words with half a character", "/escalations?q=%EF%BF%BE", 200],
    ["an item that there is not", "/escalations/ESC-00000000", 404],
    ["an item named like the prototype", "/escalations/__proto__", 404],
    ["silences after nobody", "/silences?cursor=1", 422],
    ["silences both ways", "/silences?isActive=perhaps", 422],
    ["a venture that there is not", "/ventures/VNT-00000000", 404],
    ["ventures that are neither alive nor dead", "/ventures?lifecycle=undead", 422],
    ["portfolios after nobody", "/portfolios?cursor=1", 422],
  ])("[KRN-9] [ESC-122] %s", async (_name, path, status) => {
    expect(await ask("GET", path)).toMatchObject(status === 200 ? { status } : { status, body: { status } });
  });
});

describe("what is sent", () => {
  test.each<[string, string, string, unknown, number]>([
    ["a raise that is a list", "POST", "/escalations", [], 400],
    ["a raise with details of 1 MB", "POST", "/escalations", { title: "x", description: "x".repeat(1_000_000) }, 422],
    ["a raise of 1 MiB and more", "POST", "/escalations", { title: "x", description: "x".repeat(1_048_576) }, 400],
    ["a raise with infinite money", "POST", "/escalations", '{"title":"x","financialImpactUsd":1e999}', 422],
    ["a raise with negative money", "POST", "/escalations", { title: "x", financialImpactUsd: -5 }, 422],
    ["a raise at stage 26", "POST", "/escalations", { title: "x", stage: 26 }, 422],
    ["a raise whose deadline has passed", "POST", "/escalations", { title: "x", deadlineHours: -1 }, 422],
    ["a raise of a venture that there is not", "POST", "/escalations", { title: "x", ventureRef: "Tide" }, 422],
    ["a preview of it", "POST", "/escalations/preview", { title: "x", modelRef: "MDL-00000000" }, 422],
    ["a batch that is no list", "POST", "/escalations/batch", { items: { length: 3 } }, 422],
    ["an empty batch", "POST", "/escalations/batch", { items: [] }, 422],
    ["a silence without end", "POST", "/silences", { ...SILENCE, endsInHours: undefined }, 422],
    ["a silence that ends at once", "POST", "/silences", { ...SILENCE, endsInHours: 1e-12 }, 422],
    ["a silence of everything", "POST", "/silences", { ...SILENCE, matcher: {} }, 422],
    ["a silence that ended", "POST", "/silences", { ...SILENCE, endsInHours: -2 }, 422],
    ["the end of a silence that there is not", "POST", "/silences/SIL-00000000/end", { reason: "Over" }, 404],
    ["a budget of the galaxy", "PUT", "/escalation-budgets/galaxy", LIMITS, 422],
    ["a budget of the prototype", "PUT", "/escalation-budgets/__proto__", LIMITS, 422],
    ["a budget beyond all numbers", "PUT", "/escalation-budgets/venture", { ...LIMITS, weeklyPerWeek: 1e12 }, 422],
    ["an hour that there is not", "PATCH", "/escalation-rules", { briefingHour: 24 }, 422],
    ["an older revision of the rules", "PATCH", "/escalation-rules", { briefingHour: 9, revision: 7 }, 409],
    [
      "500 acknowledged and one",
      "POST",
      "/escalations/acknowledge",
      { references: Array(501).fill("ESC-00000000") },
      422,
    ],
    ["a venture at stage 0", "POST", "/ventures", { portfolio: "PTF-00000000", name: "x", stage: 0 }, 422],
    ["a venture with endless money", "POST", "/ventures", '{"portfolio":"P","name":"x","allocationUsd":1e999}', 422],
    ["a venture in a portfolio that there is not", "POST", "/ventures", { portfolio: "PTF-00000000", name: "x" }, 422],
  ])("[KRN-9] [ESC-118] %s", async (_name, method, path, body, status) => {
    expect(await ask(method, path, body)).toMatchObject({ status, body: { status } });
    expect(await standing()).toEqual([]);
    expect(await rows("SELECT reference FROM escalation_silences WHERE organization_id = $1")).toEqual([]);
  });

  test.each<[string, string, unknown, number]>([
    ["resolved without text", "resolve", {}, 422],
    ["resolved with spaces", "resolve", { resolution: "  " }, 422],
    ["assigned to nobody", "assign", {}, 422],
    ["assigned to somebody unknown", "assign", { assignee: ID }, 422],
    ["converted to a proposal that there is not", "proposal", { proposal: "PRP-00000000" }, 422],
    ["reviewed without need", "post-incident-review", { rootCause: "?" }, 422],
    ["signed without a review", "post-incident-review/sign", { digest: "0" }, 409],
  ])("[KRN-9] [ESC-8] an item %s", async (_name, act, body, status) => {
    const { reference } = await raise();
    expect(await ask("POST", `/escalations/${reference}/${act}`, body)).toMatchObject({ status, body: { status } });
    expect((await standing()).map((item) => item.status)).toEqual(["open"]);
  });

  test("[KRN-9] [ESC-8] an item acknowledged twice, by whatever spelling of its name", async () => {
    const { reference } = await raise();
    const acknowledge = (name: string) => ask("POST", `/escalations/${name}/acknowledge`, {});
    expect((await acknowledge(reference.toLowerCase())).status).toBe(200);
    expect(await acknowledge(` ${reference} `)).toMatchObject({
      ...{ status: 409, body: { code: "escalations.already_acknowledged", facts: { by: "Ada Chair" } } },
    });
  });
});
