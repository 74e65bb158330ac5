// A chair decision that is not ratified, from end to end: each step in a browser by the person named, what the screens say
// and what the record holds.
import { type Browser, type BrowserContext, expect as expectSoon, type Page, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import { ballot, demoPerson } from "./fixtures/board-room.ts";
import { becomeDemoPerson, findBarriers, findOverflow, isAwake, settle } from "./fixtures/browser.ts";
import { PEOPLE } from "./fixtures/demo.ts";

const expect = expectSoon.configure({ timeout: 20_000 });
test.describe.configure({ mode: "serial", timeout: 120_000 });

const RATIONALE = "Since Tuesday it refuses every second claim from the coast, and nobody can say why.";
const NAYS = ["Tomás Herrera", "Priya Raman", "Jonathan Park"] as const;

let application: Application;
const contexts = new Map<string, BrowserContext>();
let model = { reference: "", name: "" };
let vote = "";
let decision = "";

async function signIn(browser: Browser): Promise<void> {
  for (const name of [PEOPLE.chair, PEOPLE.member, PEOPLE.owner, PEOPLE.auditor]) {
    await contexts.get(name)?.close();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await becomeDemoPerson(page, name, application.address);
    await page.close();
    contexts.set(name, context);
  }
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  application = await startApplication("demo");
  await signIn(browser);
  const [found] = await application.query<typeof model>(
    `SELECT reference, name FROM models WHERE status = 'active' AND locked_by_proposal IS NULL AND tier = 'tier_3_high'
     ORDER BY name LIMIT 1`,
  );
  if (found === undefined) throw new Error("the demo has no active model of tier 3");
  model = found;
});
test.afterAll(async () => {
  for (const context of contexts.values()) await context.close();
  await application?.stop();
});

async function pageOf(name: string, path: string): Promise<Page> {
  const page = await contexts.get(name)?.newPage();
  if (page === undefined) throw new Error(`${name} has not signed in`);
  await page.goto(`${application.address}${path}`);
  await isAwake(page);
  return page;
}

type Entry = { action: string; subject: string; actor: string | null; details: Record<string, unknown> };
const entriesOf = (action: string, subject: string) =>
  application.query<Entry>(
    `SELECT e.action, e.subject_reference AS subject, u.name AS actor, e.leaf::json -> 'details' AS details
     FROM audit_entries e LEFT JOIN users u ON u.id = e.actor_id
     WHERE e.action = $1 AND e.subject_reference = $2 ORDER BY e.number`,
    [action, subject],
  );

test("[VOT-140] [VOT-144] from the model's page the chair sees what it does, what follows and when it lapses", async () => {
  const page = await pageOf(PEOPLE.chair, `/models/${model.reference}`);
  await page.getByRole("link", { name: "Suspend now…" }).click();
  await page.waitForURL("**/proposals/decide?model=*");
  await expect(page.getByLabel("Model", { exact: true })).toHaveValue(model.reference);
  const follows = page.getByRole("region", { name: "What follows" }).filter({ visible: true });
  await expect(follows).toContainText("Provisional for 72 hours");
  await expect(follows).toContainText("is suspended: it must not be used");
  await expect(follows).toContainText("opens to 6 members");
  await expect(follows).toContainText("It is reversed after 72 hours unless the board ratifies it.");
  await settle(page);
  expect(await findBarriers(page)).toEqual([]);
  expect(await findOverflow(page)).toEqual([]);
  await page.getByRole("button", { name: "Suspend now" }).click();
  await expect(page.getByText("The rationale is missing")).toBeVisible();
  expect(await entriesOf("voting.decided_as_chair", model.reference), "nothing has happened yet").toHaveLength(0);
  await page.getByLabel("Rationale").fill(RATIONALE);
  await page.getByRole("button", { name: "Suspend now" }).click();
  await page.waitForURL(/\/proposals\/PRP-/u);
  vote = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.close();
});

test("[VOT-11] it is in force at once, in one entry of the record, and its page says until when", async () => {
  const page = await pageOf(PEOPLE.chair, `/proposals/${vote}`);
  const own = page.getByRole("region", { name: "The chair’s decision" });
  await expect(own).toContainText("Decided by the chair alone, in force provisionally");
  await expect(own).toContainText(/Reversed in [23] d/u);
  await expect(own).toContainText("unless the board ratifies it:");
  await expect(page.getByText(RATIONALE)).toBeVisible();
  await expect(page.getByRole("heading", { name: "You stand aside" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Cast your vote" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Defer|Close the vote/u })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Take it back…" })).toBeVisible();
  const entries = await entriesOf("voting.decided_as_chair", model.reference);
  expect(entries).toMatchObject([
    { actor: PEOPLE.chair, details: { proposal: vote, act: "suspend_model", recused: 1 } },
  ]);
  decision = String(entries[0]?.details.decision);
  await expect(own).toContainText(decision);
  await page.close();
});

test("[REG-1] [VOT-148] the model is suspended provisionally for everybody, and members find it at home", async () => {
  const owner = await pageOf(PEOPLE.owner, `/models/${model.reference}`);
  await expect(owner.getByText("Provisional, by the chair")).toBeVisible();
  await expect(owner.getByText("Suspended", { exact: true }).first()).toBeVisible();
  await expect(owner.getByRole("link", { name: vote })).toBeVisible();
  await owner.close();
  const member = await pageOf(PEOPLE.member, "/dashboard");
  const waiting = member.getByRole("table", { name: "Provisional decisions" });
  await expect(waiting.getByRole("row").filter({ hasText: model.name })).toContainText("Provisional");
  await member.goto(`${application.address}/proposals`);
  const row = member
    .getByRole("table", { name: /needs my vote/iu })
    .getByRole("row")
    .filter({ hasText: model.name });
  await expect(row).toContainText("Provisional");
  await member.close();
});

test("[VOT-143] [VOT-147] the chair neither defers it nor decides the same again, nor anything but the two kinds", async () => {
  const chair = await demoPerson(application, PEOPLE.chair);
  const refused = await chair("POST", `/proposals/${vote}/defer`, { body: { reason: "Next week" } });
  expect([refused.status, refused.body.code]).toEqual([409, "voting.ratification_not_deferrable"]);
  const body = {
    ...{ kind: "emergency_action", title: "Again", rationale: RATIONALE },
    payload: { type: "suspend_model", model: model.reference },
  };
  const second = await chair("POST", "/decisions", { body });
  expect([second.status, second.body.code]).toEqual([409, "voting.provisional_pending"]);
  expect(second.body.facts).toMatchObject({ decision, proposal: vote });
  const other = await chair("POST", "/decisions", { body: { ...body, kind: "model_approval" } });
  expect([other.status, other.body.errors.map(({ path }) => path)]).toEqual([422, ["kind"]]);
  const member = await demoPerson(application, NAYS[0]);
  expect((await member("POST", "/decisions", { body })).status).toBe(403);
});

test("[VOT-7] a member says no in the browser, others by their programs", async () => {
  const page = await pageOf(PEOPLE.member, `/proposals/${vote}`);
  await expect(page.getByRole("region", { name: "The chair’s decision" })).toContainText("in force provisionally");
  await page.getByRole("region", { name: "Cast your vote" }).getByRole("button", { name: "No" }).click();
  await page.getByRole("dialog").getByLabel("Reasoning").fill("The coast was hit by a storm; the claims are doubtful.");
  await page.getByRole("button", { name: "Record my no" }).click();
  await expect(page.getByText(/is recorded/u).first()).toBeVisible();
  const [{ digest } = { digest: "" }] = await application.query<{ digest: string }>(
    "SELECT subject_digest AS digest FROM proposals WHERE reference = $1",
    [vote],
  );
  for (const name of NAYS) {
    const ask = await demoPerson(application, name);
    const answer = await ask("POST", `/proposals/${vote}/votes`, ballot(digest, "no", "Not proportionate"));
    expect(answer.status, answer.text).toBe(201);
  }
  await expect(page.getByText(/4 of 7 must take part|quorum is met/iu).first()).toBeVisible();
  await page.close();
});

test("[VOT-142] at the deadline it is reversed by itself, and both decisions stay on record", async ({ browser }) => {
  const [due] = await application.query<{ at: Date }>("SELECT deadline_at AS at FROM proposals WHERE reference = $1", [
    vote,
  ]);
  await application.setClock({ at: due?.at ?? "" });
  // Nobody stays signed in for three days.
  await signIn(browser);
  await expect.poll(async () => (await entriesOf("voting.proposal_closed", vote)).length, { timeout: 30_000 }).toBe(1);
  const [entry] = await entriesOf("voting.proposal_closed", vote);
  expect(entry?.details).toMatchObject({ result: "rejected", standing: "reversed", settles: decision });
  const settledBy = String(entry?.details.decision);
  const page = await pageOf(PEOPLE.member, `/proposals/${vote}`);
  const own = page.getByRole("region", { name: "The chair’s decision" });
  await expect(own).toContainText("Not ratified: the decision is reversed");
  await expect(own).toContainText(decision);
  await expect(own).toContainText(`Reversed by ${settledBy}`);
  await expect(
    page.getByText(new RegExp(`The chair’s decision ${decision} is reversed:.*is active again`, "u")),
  ).toBeVisible();
  await settle(page);
  expect(await findBarriers(page)).toEqual([]);
  await page.goto(`${application.address}/models/${model.reference}`);
  await expect(page.getByText("Provisional, by the chair")).toHaveCount(0);
  const decisions = page.getByRole("region", { name: "Proposals and decisions" });
  await expect(decisions.getByRole("listitem").filter({ hasText: decision }).last()).toContainText("Reversed");
  await expect(decisions.getByRole("listitem").filter({ hasText: settledBy })).toContainText("Not ratified");
  const [now] = await application.query("SELECT status, suspended_from FROM models WHERE reference = $1", [
    model.reference,
  ]);
  expect(now).toEqual({ status: "active", suspended_from: null });
  await page.close();
});

test("[AUD-1] the auditor reads it as one sentence an act", async () => {
  const page = await pageOf(PEOPLE.auditor, `/audit?subject=${vote}`);
  await expect(page.getByText(`the chair’s decision ${decision} is reversed`).first()).toBeVisible();
  await page.goto(`${application.address}/audit?subject=${model.reference}`);
  await expect(
    page.getByText(`suspended ${model.reference} as chair by ${decision}; ${vote} ratifies it`),
  ).toBeVisible();
  await page.close();
});
