// A change of a setting that all members decide, from the form to the changed setting, each step in a browser by the person
// named: what the screen says and what the record holds. Then a failure, and the second try that mends it.
import { type Browser, expect as expectSoon, type Page, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import { becomeDemoPerson, findBarriers, findOverflow, isAwake, settle } from "./fixtures/browser.ts";

const expect = expectSoon.configure({ timeout: 20_000 });
const HOURS = "voting.defaultHours";

test.describe.configure({ mode: "serial", timeout: 120_000 });

let application: Application;
let proposal = "";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  application = await startApplication("demo");
});
test.afterAll(() => application?.stop());

async function pageOf(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await becomeDemoPerson(page, name, application.address);
  return page;
}

const at = (path: string) => `${application.address}${path}`;
const setting = async () => {
  const [row] = await application.query<{ value: number }>("SELECT value FROM organization_settings WHERE key = $1", [
    HOURS,
  ]);
  return row?.value ?? null;
};

/** What was done to the proposal; advice comes in its own time. */
type Entry = { action: string; actor: string | null; leaf: { details: Record<string, unknown> } };
const entriesOf = async (reference: string) => {
  const rows = await application.query<{ action: string; actor: string | null; leaf: string }>(
    `SELECT e.action, u.name AS actor, e.leaf FROM audit_entries e LEFT JOIN users u ON u.id = e.actor_id
     WHERE e.subject_reference = $1 AND e.action LIKE 'voting.%' ORDER BY e.number`,
    [reference],
  );
  return rows.map((row): Entry => ({ ...row, leaf: JSON.parse(row.leaf) }));
};

/** Casts from the page, as the phone and the desk do. */
async function vote(page: Page, choice: "Yes" | "No", reasoning: string): Promise<void> {
  await page.goto(at(`/proposals/${proposal}`));
  await isAwake(page);
  await page.getByRole("button", { name: choice, exact: true }).first().click();
  await page.getByLabel("Reasoning").last().fill(reasoning);
  await page
    .getByRole("button", { name: `Record my ${choice.toLowerCase()}` })
    .last()
    .click();
  await expect(page.getByText(/is recorded/u).first()).toBeVisible();
}

/** Past the deadline; the sweep closes what is over. */
async function closeByItself(): Promise<void> {
  const [row] = await application.query<{ ahead: string }>(
    `SELECT (extract(epoch FROM deadline_at - governance_now()) * 1000)::bigint + 60000 AS ahead
     FROM proposals WHERE reference = $1`,
    [proposal],
  );
  const [clock] = await application.query<{ offset: string }>(
    "SELECT COALESCE((SELECT offset_milliseconds FROM clock_override), 0) AS offset",
  );
  await application.setClock({ offsetMilliseconds: Number(clock?.offset ?? 0) + Number(row?.ahead) });
  await expect
    .poll(async () => {
      const [found] = await application.query<{ status: string }>("SELECT status FROM proposals WHERE reference = $1", [
        proposal,
      ]);
      return found?.status;
    })
    .toMatch(/executed|execution_failed|rejected/u);
}

test("[VOT-161] [VOT-162] a trusted member finds the form, is told what is wrong, and opens the vote", async ({
  browser,
}) => {
  const page = await pageOf(browser, "Tomás Herrera");
  await page.goto(at("/proposals"));
  await page.getByRole("link", { name: "Propose a decision" }).click();
  await expect(page.getByRole("heading", { name: "Decisions of all members" })).toBeVisible();
  await expect(page.getByText(/You cannot propose it: it takes the trust level core; yours is trusted/u)).toBeVisible();
  await page.getByRole("link", { name: "Configuration" }).click();
  await page.getByRole("button", { name: "Open for voting" }).click();
  await expect(page.getByText("Choose a setting").last()).toBeVisible();
  await page.getByLabel("Setting").selectOption({ label: "Voting period (now 72 hours)" });
  await page.getByLabel("New value").fill("169");
  await page.getByLabel("Why").fill("Half of us travel; three days are too few.");
  await expect(page.getByLabel("What is asked")).toHaveValue("Voting period: 169 hours instead of 72 hours");
  await expect(page.getByRole("region", { name: "All members decide" })).toContainText("at least as many yes as no");
  await page.getByRole("button", { name: "Open for voting" }).click();
  await expect(page.getByText(/must be between 1 and 168/u)).toBeVisible();
  await expect(page.getByLabel("Why")).toHaveValue("Half of us travel; three days are too few.");
  await page.getByLabel("New value").fill("96");
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Open for voting" }).click();
  await page.waitForURL("**/proposals/PRP-*");
  proposal = page.url().split("/").at(-1) ?? "";
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Voting period: 96 hours instead of 72 hours");
  await expect(page.getByText(/“Voting period” is 96 hours from the result on/u)).toBeVisible();
  expect(await entriesOf(proposal)).toMatchObject([
    { action: "voting.proposal_opened", actor: "Tomás Herrera", leaf: { details: { subject: HOURS } } },
  ]);
  await page.context().close();
});

test("[VOT-7] members of every trust vote; nothing changes before the end", async ({ browser }) => {
  for (const [name, choice] of [
    ["Ingrid Solberg", "Yes"],
    ["Yusuf Aydin", "Yes"],
    ["Lukas Brandt", "No"],
    ["Tomás Herrera", "Yes"],
  ] as const) {
    const page = await pageOf(browser, name);
    await vote(page, choice, `${choice}, says ${name}`);
    await page.context().close();
  }
  expect(await setting()).toBeNull();
});

test("[VOT-12] the vote closes by itself, the setting is changed once, and the record says by what", async ({
  browser,
}) => {
  await closeByItself();
  expect(await setting()).toBe(96);
  const page = await pageOf(browser, "Peter Nakamura");
  await page.goto(at(`/proposals/${proposal}`));
  await expect(page.getByText("Approved").first()).toBeVisible();
  await page.goto(at("/settings"));
  await expect(page.getByText("96 hours")).toBeVisible();
  const entries = await entriesOf(proposal);
  expect(entries.filter(({ action }) => action === "voting.ballot_cast")).toHaveLength(4);
  expect(entries.at(-1)).toMatchObject({
    action: "voting.proposal_closed",
    actor: null,
    // Half-votes: core 5, trusted 3 and sandbox a half against standard 1.
    leaf: { details: { subject: HOURS, outcome: "approved", tally: { yes: 17, no: 2 } } },
  });
  await page.goto(at(`/audit?subject=${proposal}`));
  await expect(page.getByText(`closed ${proposal}`).first()).toBeVisible();
  await page.context().close();
});

test("[VOT-2] [VOT-166] the next form goes by it; an old value that moved on fails, is shown and is carried out again", async ({
  browser,
}) => {
  const page = await pageOf(browser, "Ingrid Solberg");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(at("/proposals/new?kind=configuration"));
  await isAwake(page);
  await expect(page.getByLabel("Hours to vote")).toHaveValue("96");
  await page.getByLabel("Setting").selectOption({ label: "Voting period (now 96 hours)" });
  await page.getByLabel("New value").fill("48");
  await page.getByLabel("Why").fill("Four days turned out to be too long.");
  await settle(page);
  expect(await findOverflow(page), "fits a phone").toEqual([]);
  await page.getByRole("button", { name: "Open for voting" }).click();
  await page.waitForURL("**/proposals/PRP-*");
  proposal = page.url().split("/").at(-1) ?? "";
  await page.setViewportSize({ width: 1280, height: 800 });
  await vote(page, "Yes", "Two days are enough");
  const admin = await pageOf(browser, "Sofia Lindqvist");
  await vote(admin, "Yes", "They are");
  const set = async (hours: string) => {
    await admin.goto(at("/settings"));
    await isAwake(admin);
    await admin.getByLabel("Voting period").fill(hours);
    await admin.getByRole("button", { name: "Save the settings" }).click();
    await expect(admin.getByText("Settings saved").last()).toBeVisible();
  };
  await set("120");
  await closeByItself();
  expect(await setting()).toBe(120);
  // Days have gone by: sessions are over.
  await becomeDemoPerson(page, "Ingrid Solberg", application.address);
  await becomeDemoPerson(admin, "Sofia Lindqvist", application.address);
  await page.goto(at(`/proposals/${proposal}`));
  await expect(page.getByText(/not carried out: The setting has another value by now/u)).toBeVisible();
  await set("96");
  await page.reload();
  await page.getByRole("button", { name: "Carry it out now" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Carry it out" }).click();
  await expect.poll(setting).toBe(48);
  expect((await entriesOf(proposal)).map(({ action }) => action).slice(-2)).toEqual([
    "voting.proposal_closed",
    "voting.proposal_executed",
  ]);
  await page.context().close();
  await admin.context().close();
});
