import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createKey } from "../governance/identity/operations/create-key.ts";
import { revokeKey } from "../governance/identity/operations/revoke-key.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../testing/attention-world.ts";
import { HTTP_ROUTES } from "./http-routes.ts";
import { type IntakeListener, startIntake } from "./intake-listener.ts";
import { invoke } from "./invoke.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { standing, read, rows } = actsOnAttention(() => stage);

let listener: IntakeListener;
let key: string;
let keyId: string;
beforeEach(async () => {
  listener = await startIntake({ host: "127.0.0.1", port: 0 });
  ({ key, id: keyId } = await makeKey(stage.world.owner, ["escalations.raise"]));
});
afterEach(() => listener.stop());

const makeKey = (actor: PersonActor, scopes: string[]) =>
  invoke(createKey, { actor, input: { name: "monitor", scopes, expiresInDays: 1 } });

type Answer = { status: number; body: Record<string, unknown> & { errors: { path: string }[] }; type: string | null };

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(`${listener.address}/api/governance${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const type = answer.headers.get("content-type");
  return { status: answer.status, body: (await answer.json()) as Answer["body"], type };
}
const raise = (body: unknown, headers = {}) => post("/escalations", body, headers);

describe("the intake in a process of its own", () => {
  test("[ESC-126] has the doors of the web process for raising, and no other", async () => {
    const doors = ["/escalations", "/escalations/batch"];
    const shared = HTTP_ROUTES.filter(({ method, path }) => method === "POST" && doors.includes(path));
    expect(shared.map(({ operation, status }) => [operation.name, status ?? 200])).toEqual([
      ["escalations.raise_escalation", 201],
      ["escalations.raise_escalations", 200],
    ]);
    expect((await post("/silences", {})).status).toBe(404);
    expect((await fetch(`${listener.address}/api/health`)).status).toBe(200);
  });

  test("[ESC-126] answers as they do, a single raise and a batch", async () => {
    const single = await raise({ title: "Latency", severity: "critical" });
    expect([single.status, single.body]).toMatchObject([
      201,
      { severity: "critical", channel: "immediate", merged: false, occurrences: 1, place: "delivered" },
    ]);
    const batch = await post("/escalations/batch", {
      items: [{ title: "latency" }, { title: "Drift" }, { title: "" }],
    });
    expect([batch.status, batch.body]).toMatchObject([200, { accepted: 2, created: 1, merged: 1 }]);
    expect(batch.body.refused).toMatchObject([{ index: 2, errors: [{ path: "title" }] }]);
    expect((await read(String(single.body.reference))).raisedBy?.id).toBe(stage.world.owner.userId);
  });

  test("[ESC-126] raises that come together are one act: each has its own answer, all are named in one entry", async () => {
    const answers = await Promise.all([
      ...Array.from({ length: 60 }, (_, n) => raise({ title: `Matter ${n % 50}`, severity: "medium" })),
      raise({ title: "Bad", severity: "urgent" }),
      raise({ title: "Nobody's", ventureRef: "VNT-00000000" }),
      post("/escalations/batch", { items: [{ title: "Matter 0" }, { title: "Own" }, { stage: 26 }] }),
    ]);
    expect(answers.slice(0, 60).map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 201));
    expect(answers.slice(0, 60).filter(({ body }) => body.merged === false)).toHaveLength(50);
    expect(
      answers.slice(60, 62).map(({ status, body, type }) => [status, body.code, body.errors[0]?.path, type]),
    ).toEqual([
      [422, "kernel.invalid_input", "severity", "application/problem+json"],
      [422, "escalations.unknown_subject", "ventureRef", "application/problem+json"],
    ]);
    expect(answers[62]?.body).toMatchObject({ accepted: 2, created: 1, merged: 1 });
    expect(answers[62]?.body.refused).toMatchObject([{ index: 2 }]);
    const items = await standing();
    expect([items.length, items.reduce((sum, { occurrences }) => sum + occurrences, 0)]).toEqual([51, 62]);
    const entries = await rows<{ named: string[] | null; subject_reference: string }>(
      `SELECT ARRAY(SELECT jsonb_array_elements_text(leaf::jsonb #> '{details,created}')) AS named, subject_reference
       FROM audit_entries WHERE organization_id = $1 AND action IN ('escalations.batch_raised', 'escalations.escalation_raised')`,
    );
    expect(entries.length).toBeLessThan(30);
    const named = entries.flatMap(({ named: all, subject_reference: one }) => (all?.length ? all : [one]));
    for (const { reference } of items) expect(named).toContain(reference);
  });

  test.each<[string, unknown, Record<string, string>, number, string]>([
    ["no key", { title: "x" }, { authorization: "" }, 401, "kernel.sign_in_required"],
    ["a wrong key", { title: "x" }, { authorization: "Bearer gvl_nobody_x" }, 401, "kernel.sign_in_required"],
    ["another scheme", { title: "x" }, { authorization: "Basic eDp5" }, 401, "kernel.sign_in_required"],
    ["text that is not JSON", "{", {}, 400, "kernel.malformed"],
    ["a list", [], {}, 400, "kernel.malformed"],
    ["a form", "title=x", { "content-type": "application/x-www-form-urlencoded" }, 400, "kernel.malformed"],
    ["more than 1 MiB", { title: "x", description: "x".repeat(1_048_576) }, {}, 400, "kernel.too_large"],
    ["details of 1 MB", { title: "x", description: "x".repeat(1_000_000) }, {}, 422, "kernel.invalid_input"],
  ])("[ESC-126] [ESC-118] %s is refused as a problem", async (_name, body, headers, status, code) => {
    const answer = await raise(body, headers);
    expect([answer.status, answer.body.code, answer.type]).toEqual([status, code, "application/problem+json"]);
    expect(await standing()).toEqual([]);
  });

  test("[ESC-126] [ORG-2] a key without the scope, and one that was revoked a moment ago, let nothing through", async () => {
    const { key: other } = await makeKey(stage.world.owner, ["registry.read"]);
    expect((await raise({ title: "x" }, { authorization: `Bearer ${other}` })).body.code).toBe("kernel.out_of_scope");
    expect((await raise({ title: "x" })).status).toBe(201);
    await invoke(revokeKey, { actor: stage.world.owner, input: { keyId } });
    expect((await raise({ title: "y" })).status).toBe(401);
    expect(await standing()).toHaveLength(1);
  });

  test("[ESC-126] [ESC-118] 1,001 in a batch are refused, none is taken", async () => {
    const items = Array.from({ length: 1_001 }, (_, n) => ({ title: `Matter ${n}` }));
    const { status, body } = await post("/escalations/batch", { items });
    expect([status, body.errors.map(({ path }) => path)]).toEqual([422, ["items"]]);
    expect(await standing()).toEqual([]);
  });
});
