// The worst that can be sent, over HTTP and in forms: each gets a clear answer that names the field, nothing is lost,
// and no answer is ever a 500.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import {
  ballot,
  demoPerson,
  type Person,
  registerModel,
  type Submission,
  submitModel,
  toScores,
} from "./fixtures/board-room.ts";
import { becomeDemoPerson } from "./fixtures/browser.ts";
import { Attacker, type Description } from "./fixtures/garbage.ts";
import { type Answer, type Ask, asStranger, type Refused, send, withKey } from "./fixtures/machine.ts";

type Read = Record<string, unknown>;

let application: Application;
let chair: Person;
let member: Person;
let recused: Person;
let owner: Person;
let admin: Person;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  // Nothing closes by itself here: what is late is judged when the act happens.
  application = await startApplication("demo", { SWEEP_EVERY_MS: "3600000" });
  chair = await demoPerson(application, "Ingrid Solberg");
  member = await demoPerson(application, "Tomás Herrera");
  recused = await demoPerson(application, "David Ives");
  owner = await demoPerson(application, "Mira Okafor");
  admin = await demoPerson(application, "Sofia Lindqvist");
});
test.afterAll(() => application?.stop());

/** A key carries only what its holder's roles carry, so a role that is missing shows as a scope that is missing. */
const NOT_THEIRS = "kernel.out_of_scope";

function expectRefusal(answer: Answer<Refused>, status: number, code: string): void {
  expect(answer, answer.text.slice(0, 400)).toMatchObject({ status, body: { status, code } });
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(answer.body.detail).not.toMatch(/prisma|postgres|select |node_modules|\/lib\//iu);
}

function expectField(answer: Answer<Refused>, path: string | RegExp, message?: RegExp): void {
  expectRefusal(answer, 422, "kernel.invalid_input");
  const fields = answer.body.errors.filter((error) => {
    return typeof path === "string" ? error.path === path : path.test(error.path);
  });
  expect(fields, `the answer names ${path}: ${answer.text.slice(0, 600)}`).not.toEqual([]);
  if (message !== undefined) expect(fields[0]?.message).toMatch(message);
}

const countOf = async (table: string) => {
  const [row] = await application.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
  return Number(row?.count);
};

test.describe("an inventory file [REG-10]", () => {
  const ROWS = "Id,Name,Unit\n1,Reader,Claims\n2,Writer,Claims\n";
  const upload = (content: string | Uint8Array, mapping?: unknown) => {
    const form = new FormData();
    form.set("file", new File([content as BlobPart], "inventory.csv", { type: "text/csv" }));
    if (mapping !== undefined) form.set("mapping", JSON.stringify(mapping));
    return admin("POST", "/models/import", { body: form });
  };
  const FILES: readonly (readonly [name: string, content: string | Uint8Array, says: RegExp])[] = [
    ["truncated inside a quoted value", 'Id,Name,Unit\n1,"Reader of a long', /never closed/u],
    ["empty", "", /empty/u],
    ["nothing but blank lines", "\n \n\r\n", /empty/u],
    ["binary", new Uint8Array([1, 2, 3, 0, 255, 254, 9, 0]), /not text/u],
    ["a spreadsheet", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /spreadsheet/u],
    ["UTF-16", Buffer.from(`\ufeff${ROWS}`, "utf16le"), /UTF-16/u],
    ["wrong delimiter", "Id^Name^Unit\n1^Reader^Claims\n", /one column/u],
    ["a header and nothing else", "Id,Name,Unit\n", /nothing below/u],
  ];
  for (const [name, content, says] of FILES) {
    test(`${name}: refused with the cause and the remedy`, async () => {
      const before = await countOf("models");
      const answer = await upload(content);
      expectRefusal(answer, 422, "registry.import_unreadable");
      expect(answer.body.detail).toMatch(says);
      expect(answer.body.hint, "says what to do").toBeTruthy();
      expect(answer.body.errors.map(({ path }) => path)).toEqual(["file"]);
      expect(await countOf("models")).toBe(before);
    });
  }

  test("a row with too few fields: that row alone is rejected, with its number", async () => {
    const uploaded = await upload(`${ROWS}3,Short\n4,Fine,Claims\n`);
    const { reference, mapping } = uploaded.body as unknown as { reference: string; mapping: unknown };
    const preview = await admin<Read>("POST", `/models/imports/${reference}/preview`, { body: { mapping } });
    expect(preview.body).toMatchObject({ counts: { read: 4, created: 3, rejected: 1 } });
    expect(preview.body.problems).toMatchObject([
      { row: 4, detail: expect.stringContaining("2 fields, the header 3") },
    ]);
  });

  test("a mapping without a name: neither previewed nor started", async () => {
    const uploaded = await upload(ROWS);
    const { reference, contentDigest, mapping } = uploaded.body as unknown as {
      reference: string;
      contentDigest: string;
      mapping: { columns: { field: string }[] };
    };
    const nameless = { ...mapping, columns: mapping.columns.filter(({ field }) => field !== "name") };
    const path = `/models/imports/${reference}`;
    for (const answer of [
      await admin("POST", `${path}/preview`, { body: { mapping: nameless } }),
      await admin("POST", `${path}/start`, { body: { mapping: nameless, contentDigest } }),
    ]) {
      expectRefusal(answer, 422, "registry.import_mapping_invalid");
      expect(answer.body.errors[0]?.path).toBe("mapping.columns");
      expect(answer.body.detail).toMatch(/name/u);
    }
  });

  test("a file that changed between preview and start is not started", async () => {
    const previewed = await upload(ROWS);
    const { mapping, contentDigest } = previewed.body as unknown as { mapping: unknown; contentDigest: string };
    const changed = await upload(`${ROWS}3,Sneaked in,Claims\n`);
    const { reference } = changed.body as unknown as { reference: string };
    const answer = await admin("POST", `/models/imports/${reference}/start`, { body: { mapping, contentDigest } });
    expectRefusal(answer, 409, "registry.import_file_changed");
  });

  test("a file chosen before the page listens is taken up once it does", async ({ page }) => {
    await becomeDemoPerson(page, "Sofia Lindqvist", application.address);
    const scripts = Promise.withResolvers<void>();
    await page.route("**/*.js*", (route) => scripts.promise.then(() => route.continue()));
    await page.goto(`${application.address}/models/import`, { waitUntil: "commit" });
    await page
      .getByLabel("Inventory file")
      .setInputFiles({ name: "nothing.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) });
    scripts.resolve();
    await expect(page.getByText("holds no bytes at all")).toBeVisible();
  });

  test("the page says the same, and the file can be chosen again", async ({ page }) => {
    await becomeDemoPerson(page, "Sofia Lindqvist", application.address);
    await page.goto(`${application.address}/models/import`);
    const choose = (name: string, content: Uint8Array | string) =>
      page
        .getByLabel("Inventory file")
        .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content as string) });
    await choose("nothing.csv", "");
    await expect(page.getByText("holds no bytes at all")).toBeVisible();
    await choose("picture.csv", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
    await expect(page.getByText("The file is not text")).toBeVisible();
    await choose("header.csv", "Id,Name,Unit\n");
    await expect(page.getByText("a header row and nothing below it")).toBeVisible();
    await choose("good.csv", ROWS);
    await page.waitForURL("**/models/import/IMP-*");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("good.csv");
  });
});

test.describe("a scorecard [REG-2] [REG-4]", () => {
  let model: string;
  test.beforeAll(async () => {
    model = await registerModel(owner, `Scored ${randomUUID().slice(0, 8)}`, "tier_3_high");
  });
  const submit = (scores: unknown) => owner("POST", `/models/${model}/submissions`, { body: { scores } });

  test("7 of 8 is refused and the missing one named", async () => {
    expectField(await submit(toScores({ monitoring_plan: null })), "scores.monitoring_plan", /missing/u);
  });
  const SCORES: readonly (readonly [string, unknown])[] = [
    ["1.01", 1.01],
    ["-0.01", -0.01],
    ["text", "0.9"],
    ["1e309 as text", "1e309"],
    ["null", null],
    ["five decimals", 0.12345],
  ];
  for (const [name, score] of SCORES) {
    test(`a score of ${name} is refused at its field`, async () => {
      expectField(await submit(toScores({ documentation: { score } })), "scores.documentation.score", /score/iu);
    });
  }
  for (const literal of ["NaN", "1e309", "Infinity"]) {
    test(`${literal} as a number in the JSON is refused`, async () => {
      const body = JSON.stringify({ scores: toScores({ documentation: { score: "@" } }) }).replace('"@"', literal);
      const answer = await owner("POST", `/models/${model}/submissions`, { body });
      expect([400, 422]).toContain(answer.status);
      if (answer.status === 422) expectField(answer, "scores.documentation.score");
    });
  }
  for (const url of ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "ftp://example.org", "http:"]) {
    test(`evidence at ${url} is refused at its field`, async () => {
      const evidence = [{ kind: "link", url }];
      const answer = await submit(toScores({ risk_assessment: { evidence } }));
      expectField(answer, "scores.risk_assessment.evidence.0.url", /http/u);
    });
  }
  test("without evidence or justification it is refused at those fields", async () => {
    const answer = await submit(toScores({ risk_assessment: { evidence: [], justification: " " } }));
    expectField(answer, "scores.risk_assessment.evidence", /at least one/u);
    expectField(answer, "scores.risk_assessment.justification", /missing/u);
  });
  test("after all of that the model is as it was", async () => {
    expect((await owner<Read>("GET", `/models/${model}`)).body).toMatchObject({ status: "proposed", revision: 1 });
  });
});

test.describe("text", () => {
  const register = (fields: object) =>
    owner("POST", "/models", { body: { name: `Text ${randomUUID()}`, version: "1", description: "Fine", ...fields } });

  test("100,000 characters: the field and its limit", async () => {
    expectField(await register({ description: "x".repeat(100_000) }), "description", /10,000/u);
    expectField(await register({ name: "x".repeat(100_000) }), "name", /500/u);
  });
  test("NUL and half characters: the field", async () => {
    expectField(await register({ name: "Reader\u0000" }), "name", /cannot be stored/u);
    expectField(await register({ description: "broken \ud800 pair" }), "description", /cannot be stored/u);
    const raw = `{"name":"half \\udc00","version":"1","description":"x"}`;
    expectField(await owner("POST", "/models", { body: raw }), "name", /cannot be stored/u);
  });
  test("markdown with scripts is shown as text and runs nowhere", async ({ page }) => {
    const description = [
      "<script>window.harmed = true</script>",
      '<img src="x" onerror="window.harmed = true">',
      "[press me](javascript:window.harmed=true)",
      "![picture](https://example.org/track.png)",
      "**bold** and `code`",
    ].join("\n\n");
    const made = await register({ description });
    const { reference } = made.body as unknown as { reference: string };
    await submitModelOf(reference, '<svg onload="window.harmed = true">');
    await becomeDemoPerson(page, "Ingrid Solberg", application.address);
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    for (const path of [`/models/${reference}`, `/proposals?q=${reference}`]) {
      await page.goto(`${application.address}${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => "harmed" in window)).toBe(false);
      expect(await page.locator('a[href^="javascript:"], main img, main script:not([nonce])').count()).toBe(0);
    }
    expect(requested.filter((url) => !url.startsWith(application.address))).toEqual([]);
  });
  const submitModelOf = async (reference: string, justification: string) => {
    const answer = await owner("PUT", `/models/${reference}/scorecard`, {
      body: { scores: { documentation: { justification } } },
    });
    expect(answer.status, answer.text).toBe(200);
  };
});

test.describe("a vote [VOT-5] [VOT-6]", () => {
  let model: string;
  let submission: Submission;
  test.beforeAll(async () => {
    model = await registerModel(owner, `Voted ${randomUUID().slice(0, 8)}`, "tier_3_high");
    submission = await submitModel(owner, model, { votingHours: 24 });
  });
  const cast = (person: Ask, digest = submission.packageDigest) =>
    person("POST", `/proposals/${submission.proposal}/votes`, ballot(digest));

  test("on a package that is not the one on the table: 409 with both digests", async () => {
    const seen = createHash("sha256").update("another package").digest("hex");
    const answer = await cast(member, seen);
    expectRefusal(answer, 409, "voting.stale_digest");
    expect(answer.body.facts).toMatchObject({ seen, current: submission.packageDigest });
    expectField(await cast(member, "not a digest"), "subjectDigest", /64/u);
  });
  test("with a choice that is none, or reasoning without end: the field", async () => {
    const path = `/proposals/${submission.proposal}/votes`;
    const { packageDigest: digest } = submission;
    expectField(await member("POST", path, ballot(digest, "maybe")), "choice");
    expectField(await member("POST", path, ballot(digest, "yes", "x".repeat(2_001))), "reasoning", /2,000/u);
  });
  test("by the owner, an advisor, an admin: no vote by virtue of these roles", async () => {
    const advisor = await demoPerson(application, "Noor Haddad").catch(() => null);
    expect(advisor, "an advisor has no keys").toBeNull();
    expectRefusal(await cast(owner), 403, "voting.not_an_elector");
    expectRefusal(await cast(admin), 403, "voting.not_an_elector");
  });
  test("by a member who stands aside", async () => {
    const path = `/proposals/${submission.proposal}`;
    const aside = await recused("POST", `${path}/recusals`, { body: { reason: "My team made the data." } });
    expect(aside.status, aside.text).toBe(201);
    expectRefusal(await cast(recused), 403, "voting.recused");
    const shown = await recused<Read>("GET", path);
    expect(shown.body).toMatchObject({ isRestricted: true, tally: null });
  });
  test("by a member who took office after it opened", async () => {
    const [newcomer = { id: "", today: "" }] = await application.query<{ id: string; today: string }>(
      "SELECT id, to_char(governance_now(), 'YYYY-MM-DD') AS today FROM users WHERE name = 'Hanna Eide'",
    );
    const seat = { userId: newcomer.id, role: "business_representative", termStartOn: newcomer.today };
    const seated = await admin("POST", "/board/members", { body: seat });
    expect(seated.status, seated.text).toBe(201);
    const late = await demoPerson(application, "Hanna Eide");
    expectRefusal(await cast(late), 403, "voting.not_an_elector");
  });
  test("by a member whose term has ended: nothing after it, what was cast before stays", async () => {
    const gone = await demoPerson(application, "Elena Voss");
    expect((await cast(gone)).status).toBe(201);
    const members = await admin<{ items: { reference: string; name: string }[] }>("GET", "/board/members");
    const { reference } = members.body.items.find(({ name }) => name === "Elena Voss") ?? { reference: "" };
    const ended = await admin("POST", `/board/members/${reference}/end`, { body: { reason: "She left." } });
    expect(ended.status, ended.text).toBe(200);
    const answer = await cast(gone);
    expect(answer.status, answer.text).toBe(403);
    const shown = await chair<{ tally: { yes: { voters: number } } }>("GET", `/proposals/${submission.proposal}`);
    expect(shown.body.tally.yes.voters).toBe(1);
  });
  test("by somebody of another organisation: not there", async () => {
    const stranger = await addForeigner();
    expectRefusal(await cast(stranger.ask), 404, "kernel.not_found");
  });
  test("editing the model under vote is refused and names the proposal", async () => {
    const answer = await owner("PATCH", `/models/${model}`, { body: { description: "Something else entirely" } });
    expectRefusal(answer, 409, "registry.model_locked");
    expect(answer.body.facts).toMatchObject({ proposal: submission.proposal, fields: ["description"] });
    const again = await owner("POST", `/models/${model}/submissions`, { body: { scores: toScores() } });
    expectRefusal(again, 409, "registry.already_submitted");
  });
  test("closing before all have voted, and closing twice", async () => {
    const path = `/proposals/${submission.proposal}/close`;
    expectRefusal(await chair("POST", path, { body: {} }), 409, "voting.votes_outstanding");
    expectRefusal(await member("POST", path, { body: {} }), 403, NOT_THEIRS);
    const withdrawn = await owner("POST", `/proposals/${submission.proposal}/withdraw`, { body: { reason: "Again." } });
    expect(withdrawn.status, withdrawn.text).toBe(200);
    const over = await chair("POST", path, { body: {} });
    expect(over.status, over.text).toBe(409);
    expectRefusal(await cast(member), 409, "voting.not_open");
  });
  test("at the deadline it is late, whether or not a job has closed it", async () => {
    const second = await submitModel(owner, model, { votingHours: 1 });
    const path = `/proposals/${second.proposal}/votes`;
    const deadline = new Date(second.deadlineAt);
    try {
      await application.setClock({ at: new Date(deadline.getTime() - 1) });
      const inTime = await member("POST", path, ballot(second.packageDigest));
      expect(inTime.status, inTime.text).toBe(201);
      await application.setClock({ at: deadline });
      expectRefusal(await chair("POST", path, ballot(second.packageDigest)), 409, "voting.deadline_passed");
    } finally {
      await application.setClock("real");
    }
  });
});

/** Somebody with every role in an organisation beside this one. */
async function addForeigner(): Promise<{ ask: Ask; userId: string }> {
  const organizationId = randomUUID();
  const userId = randomUUID();
  const publicId = randomBytes(10)
    .map((byte) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charCodeAt(byte % 32))
    .toString();
  const secret = randomBytes(32).toString("base64url");
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const run = application.query;
  await run("INSERT INTO organizations (id, name, time_zone) VALUES ($1, 'Elsewhere', 'UTC')", [organizationId]);
  await run("INSERT INTO users (id, email, name) VALUES ($1, $2, 'Eve Elsewhere')", [userId, `${userId}@example.org`]);
  await run("INSERT INTO memberships (organization_id, user_id, granted_roles) VALUES ($1, $2, $3)", [
    organizationId,
    userId,
    ["admin", "model_owner", "auditor"],
  ]);
  await run(
    `INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
     VALUES ($1, $2, $3, 'technical_lead', '2020-01-01Z', '2040-01-01Z')`,
    [organizationId, `MBR-${publicId.slice(0, 8)}`, userId],
  );
  const { body } = await send<Description>(`${application.address}/api/openapi.json`);
  const scopes = Object.values(body.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(
      (operation) => /scope\) `([^`]+)`/u.exec((operation as { description?: string }).description ?? "")?.[1] ?? [],
    );
  await run(
    `INSERT INTO api_keys (organization_id, public_id, secret_hash, user_id, name, scopes, expires_at)
     VALUES ($1, $2, $3, $4, 'journey', $5, governance_now() + interval '1 day')`,
    [organizationId, publicId, sha256(secret), userId, [...new Set(scopes)]],
  );
  const key = `gov_${publicId}_${secret}${sha256(`gov_${publicId}_${secret}`).slice(0, 8)}`;
  return { ask: withKey(application.address, key), userId };
}

test.describe("another organisation's things [ORG-3]", () => {
  test("get the answer that random ids get, word for word", async () => {
    const { ask } = await addForeigner();
    const first = async (path: string) => {
      const answer = await chair<{ items: { reference?: string; id?: string }[] }>("GET", path);
      return answer.body.items[0]?.reference ?? answer.body.items[0]?.id ?? "";
    };
    const model = await first("/models");
    const proposal = await first("/proposals?group=decided");
    // A decision of the demo becomes a follow-up by the job.
    const followUps = () => application.query<{ reference: string }>("SELECT reference FROM action_items LIMIT 1");
    await expect.poll(async () => (await followUps()).length, { timeout: 30_000 }).toBe(1);
    const [followUp] = await followUps();
    const digest = "0".repeat(64);
    const reason = { body: { reason: "Because." } };
    const CASES: readonly (readonly ["GET" | "POST" | "PATCH" | "PUT", string, string, object?])[] = [
      ["GET", "/models/@", model],
      ["GET", "/models/@/evaluation", model],
      ["PATCH", "/models/@", model, { body: { description: "Mine now" } }],
      ["PUT", "/models/@/scorecard", model, { body: { scores: {} } }],
      ["POST", "/models/@/submissions", model, { body: { scores: toScores() } }],
      ["POST", "/models/@/transitions", model, { body: { to: "active", reason: "Go." } }],
      ["GET", `/models/@/packages/${digest}`, model],
      ["GET", "/proposals/@", proposal],
      ["GET", "/proposals/@/result", proposal],
      ["GET", "/proposals/@/receipt", proposal],
      ["POST", "/proposals/@/votes", proposal, ballot(digest)],
      ["POST", "/proposals/@/recusals", proposal, reason],
      ["POST", "/proposals/@/withdraw", proposal, reason],
      ["POST", "/proposals/@/cancel", proposal, reason],
      ["PATCH", "/proposals/@", proposal, { body: { title: "Mine now" } }],
      ["GET", "/proposals/@/draft", proposal],
      ["GET", "/board/members/@", await first("/board/members")],
      ["POST", "/board/members/@/end", await first("/board/members"), reason],
      ["GET", "/people/@", chair.userId],
      ["POST", "/people/@/quarantine", chair.userId, reason],
      ["PATCH", "/actions/@", followUp?.reference ?? "", { body: { act: "start" } }],
    ];
    for (const [method, path, theirs, asking] of CASES) {
      const random = /^[A-Z]+-/u.test(theirs) ? theirs.replace(/-.{8}$/u, "-0A0A0A0A") : randomUUID();
      const foreign = await ask(method, path.replace("@", theirs), asking);
      const none = await ask(method, path.replace("@", random), asking);
      expect(foreign.status, `${method} ${path}: ${foreign.text}`).toBe(404);
      const alike = (answer: Answer<Refused>, id: string) =>
        answer.text.replaceAll(id, "@").replace(answer.body.requestId, "");
      expect(alike(foreign, theirs), `${method} ${path}`).toBe(alike(none, random));
    }
    for (const list of ["/models", "/proposals", "/actions", "/decisions"]) {
      expect((await ask<{ items: unknown[] }>("GET", list)).body.items, list).toEqual([]);
    }
  });
});

test.describe("the request itself", () => {
  const good = { name: "Request", version: "1", description: "Fine" };

  test("more than 1 MiB is refused while it is read", async () => {
    const body = JSON.stringify({ ...good, description: "x".repeat(1.1 * 1024 * 1024) });
    const answer = await owner("POST", "/models", { body });
    expectRefusal(answer, 400, "kernel.too_large");
  });
  test("broken JSON, no JSON, another type, no object", async () => {
    for (const [body, type] of [
      ['{"name": "cut', "application/json"],
      [Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), "application/json"],
      [JSON.stringify(good), "text/plain"],
      ["name=Request&version=1", "application/x-www-form-urlencoded"],
      ["[1, 2]", "application/json"],
      ['"text"', "application/json"],
      ["null", "application/json"],
    ] as const) {
      const answer = await owner("POST", "/models", { body, headers: { "content-type": type } });
      expectRefusal(answer, 400, "kernel.malformed");
    }
  });
  test("JSON ten thousand levels deep", async () => {
    for (const body of [
      `${"[".repeat(10_000)}${"]".repeat(10_000)}`,
      `{"name":"Deep","version":"1","description":"x","facts":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`,
      `{"name":"Deep","version":"1","description":"x","tags":${"[".repeat(10_000)}${"]".repeat(10_000)}}`,
    ]) {
      const answer = await owner("POST", "/models", { body });
      expect([400, 422], answer.text).toContain(answer.status);
    }
    const payload = `{"kind":"decommission","title":"Deep","description":"x","payload":{"model":${"[".repeat(10_000)}${"]".repeat(10_000)}}}`;
    const answer = await owner("POST", "/proposals", { body: payload });
    expect([400, 422], answer.text).toContain(answer.status);
  });
  test("unknown fields and parameters are named", async () => {
    expectField(await owner("POST", "/models", { body: { ...good, riskScore: 0 } }), "riskScore", /not a known field/u);
    expectField(await owner("POST", "/models", { body: { ...good, organizationId: randomUUID() } }), "organizationId");
    const proto = `{"name":"P","version":"1","description":"x","__proto__":{"admin":true}}`;
    expect((await owner("POST", "/models", { body: proto })).status).toBeLessThan(500);
    const list = await owner("GET", "/models?colour=red");
    expectRefusal(list, 400, "kernel.malformed");
    expect(list.body.detail).toContain("`colour`");
  });
  test("routes that are none, and methods that they do not take", async () => {
    for (const [method, path] of [
      ["GET", "/nothing"],
      ["GET", "/models/MDL-00000000/nothing"],
      ["PUT", "/models"],
      ["PATCH", "/charter"],
    ] as const) {
      expectRefusal(await owner(method, path, method === "GET" ? {} : { body: {} }), 404, "kernel.not_found");
    }
  });
  test("a write with a cookie from another site, or from nowhere, is refused", async ({ page, context }) => {
    await becomeDemoPerson(page, "Mira Okafor", application.address);
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const stranger = asStranger(application.address);
    const attempts: Record<string, string>[] = [
      { cookie, origin: "https://evil.example" },
      { cookie, origin: "null" },
      { cookie, origin: `${application.address}.evil.example` },
      { cookie },
    ];
    for (const headers of attempts) {
      expectRefusal(await stranger("POST", "/models", { body: good, headers }), 403, "kernel.foreign_origin");
    }
    const own = await stranger("POST", "/models", { body: good, headers: { cookie, origin: application.address } });
    expect(own.status, own.text).toBe(201);
  });
});

test("a seeded storm over every route: no answer is a 500, and every refusal says which field", async () => {
  test.setTimeout(180_000);
  const seed = Number(process.env.STORM_SEED ?? 20261120);
  const { body } = await send<Description>(`${application.address}/api/openapi.json`);
  const models = await chair<{ items: { reference: string }[] }>("GET", "/models?limit=5");
  const proposals = await chair<{ items: { reference: string }[] }>("GET", "/proposals?limit=5");
  const known = [...models.body.items, ...proposals.body.items].map(({ reference }) => reference);
  const attackers = [admin, chair, owner];
  const failures: string[] = [];
  let sent = 0;
  for (const { what, method, path, body: given } of new Attacker(body, seed).attacks(known, 6)) {
    const attacker = attackers[sent % attackers.length] as Person;
    const below = path.replace("/api/governance", "");
    if (!path.startsWith("/api/governance")) continue;
    sent += 1;
    const answer = await attacker(method as "GET", below, given === undefined ? {} : { body: given });
    const told = `${what}: ${method} ${below.slice(0, 200)} ${JSON.stringify(given ?? null).slice(0, 300)}`;
    if (answer.status >= 500) failures.push(`${answer.status} ${told} -> ${answer.text.slice(0, 200)}`);
    const isNameless = answer.body?.code === "kernel.invalid_input" && answer.body.errors.length === 0;
    if (isNameless) failures.push(`names no field: ${told}`);
  }
  expect(sent, "the description names every route").toBeGreaterThan(300);
  expect(failures, `seed ${seed}`).toEqual([]);
});
