// The chair's morning in a browser: the briefing is read and answered, a budget is set, the tree of ventures grows.
import { type Browser, type BrowserContext, expect as expectSoon, type Page, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import { becomeDemoPerson, findBarriers, findOverflow, isAwake, settle } from "./fixtures/browser.ts";
import { PEOPLE } from "./fixtures/demo.ts";

const expect = expectSoon.configure({ timeout: 20_000 });
test.describe.configure({ mode: "serial", timeout: 120_000 });

const WHO = [PEOPLE.chair, PEOPLE.member, PEOPLE.admin] as const;

let application: Application;
const contexts = new Map<string, BrowserContext>();

async function signIn(browser: Browser): Promise<void> {
  for (const name of WHO) {
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

type Entry = { action: string; actor: string | null; details: Record<string, unknown> };
const entriesOf = (action: string) =>
  application.query<Entry>(
    `SELECT e.action, u.name AS actor, e.leaf::json -> 'details' AS details
     FROM audit_entries e LEFT JOIN users u ON u.id = e.actor_id WHERE e.action = $1 ORDER BY e.number DESC`,
    [action],
  );

test("[ESC-11] a card says what is asked, until when and what each answer does; one press answers it, and can be taken back", async () => {
  const page = await pageOf(PEOPLE.chair, "/dashboard");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("high or critical escalations need an answer");
  await page.getByRole("region", { name: "Attention" }).getByRole("link", { name: "Briefing" }).click();
  await page.waitForURL("**/briefing");
  const immediate = page.getByRole("region", { name: "Immediate" });
  const card = immediate.getByRole("article", { name: /Harmful outputs/u });
  await expect(card).toContainText("does the model keep running?");
  await expect(card).toContainText(/Due in|Was due/u);
  await expect(card).toContainText("its reminders stop, its deadline stays");
  await expect(card.getByRole("link", { name: "Suspend the model" })).toHaveAttribute("href", /decide\?model=MDL-/u);
  const reference = ((await card.getByText(/^ESC-/u).textContent()) ?? "").trim();
  await card.getByRole("button", { name: /^Acknowledge/u }).click();
  await expect(card).toHaveCount(0);
  const [given] = await expectEntry("escalations.escalations_acknowledged");
  expect(given).toMatchObject({ actor: PEOPLE.chair, details: { escalations: [reference] } });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card).toHaveCount(1);
  const [undone] = await expectEntry("escalations.acknowledgement_undone");
  expect(undone?.details).toEqual({ escalations: [reference] });
  await page.close();
});

async function expectEntry(action: string): Promise<Entry[]> {
  await expect.poll(async () => (await entriesOf(action)).length).toBeGreaterThan(0);
  return entriesOf(action);
}

test("[ESC-11] what was held back says why; another member reads the same and answers by its own page", async () => {
  const page = await pageOf(PEOPLE.chair, "/briefing");
  const held = page.getByRole("region", { name: "Held back" });
  await expect(held.getByRole("table", { name: "Moved down for want of budget" })).toContainText("Down from immediate");
  await expect(held.getByRole("table", { name: /Silenced/u })).toContainText("Nightly export finished late");
  await settle(page);
  expect(await findBarriers(page)).toEqual([]);
  expect(await findOverflow(page)).toEqual([]);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Attention" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Print the briefing" })).toBeHidden();
  const names = page.getByText("Acknowledge", { exact: true }).filter({ visible: true });
  await expect(names.first(), "paper names each answer").toBeVisible();
  await page.close();
});

test("[ESC-123] the chair sets a budget with a reason; without one it is refused, and nobody else is offered it", async () => {
  const page = await pageOf(PEOPLE.chair, "/budgets");
  await page.getByRole("button", { name: "Change the budget of Fair pricing" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Immediate, a day").fill("4");
  await sheet.getByRole("button", { name: "Set the budget" }).click();
  await expect(sheet.getByText("The reason is missing")).toBeVisible();
  await expect(sheet.getByLabel("Immediate, a day")).toHaveValue("4");
  await sheet.getByLabel("Decision cards, a day").fill("many");
  await sheet.getByLabel("Reason").fill("New tariffs go live this month");
  await sheet.getByRole("button", { name: "Set the budget" }).click();
  await expect(sheet.getByText("Give a whole number")).toBeVisible();
  await sheet.getByLabel("Decision cards, a day").fill("5");
  await sheet.getByRole("button", { name: "Set the budget" }).click();
  await expect(sheet).toHaveCount(0);
  const row = page.getByRole("table", { name: "Use by scope" }).getByRole("row", { name: /Fair pricing/u });
  await expect(row).toContainText("of 4");
  await expect(row).toContainText("Limits of its own");
  const changes = page.getByRole("region", { name: "How the limits changed" });
  await expect(changes).toContainText("Fair pricing: 2 to 4 immediate a day");
  await expect(changes).toContainText("New tariffs go live this month");
  const [entry] = await entriesOf("escalations.budget_set");
  expect(entry).toMatchObject({ actor: PEOPLE.chair, details: { immediatePerDay: 4, nextBriefingPerDay: 5 } });
  await page.close();
  const other = await pageOf(PEOPLE.member, "/budgets");
  await expect(other.getByRole("table", { name: "Use by scope" })).toBeVisible();
  await expect(other.getByRole("button", { name: /Change the budget/u })).toHaveCount(0);
  await other.close();
});

test("[ESC-124] the hour of the briefing is chosen on the page of the rules", async () => {
  const page = await pageOf(PEOPLE.chair, "/escalations/rules");
  await page.getByLabel("Briefing").selectOption("07:00");
  await page.getByRole("group", { name: "Key stages" }).getByLabel("9", { exact: true }).check();
  await page.getByRole("button", { name: "Save the rules" }).click();
  await expect(page.getByText("Rules saved")).toBeVisible();
  const [entry] = await entriesOf("escalations.rules_changed");
  expect(entry?.details).toMatchObject({ fields: ["keyStages", "briefingHour"] });
  await page.goto(`${application.address}/briefing`);
  await expect(page.getByRole("region", { name: "This week’s digest" })).toContainText("07:00");
  await page.close();
});

test("[PRT-132] [PRT-133] [PRT-136] the admin begins a venture; money is the chair’s, and so is the end", async () => {
  const admin = await pageOf(PEOPLE.admin, "/portfolio");
  await admin.getByRole("button", { name: "Create a portfolio" }).click();
  await admin.getByRole("dialog").getByLabel("Name").fill("New markets");
  await admin.getByRole("dialog").getByRole("button", { name: "Create the portfolio" }).click();
  await admin.waitForURL(/\/portfolio\/PTF-/u);
  await admin.getByRole("link", { name: "Create a venture in it" }).click();
  await admin.waitForURL("**/ventures/new?*");
  await admin.getByLabel("Name", { exact: true }).fill("Pet insurance");
  await admin.getByLabel("Stage", { exact: true }).fill("26");
  await admin.getByLabel(/^Allocation/u).fill("10.005");
  await admin.getByRole("button", { name: "Create the venture" }).click();
  await expect(admin.getByText("A stage is from 1 to 25")).toBeVisible();
  await expect(admin.getByText("The allocation has at most two decimals")).toBeVisible();
  await admin.getByLabel("Stage", { exact: true }).fill("3");
  await admin.getByLabel(/^Allocation/u).fill("1,250.50");
  await admin.getByRole("button", { name: "Create the venture" }).click();
  await expect(admin.getByText("Only the chair may do this")).toBeVisible();
  await admin.getByLabel(/^Allocation/u).fill("0");
  await admin.getByRole("button", { name: "Create the venture" }).click();
  await admin.waitForURL(/\/ventures\/VNT-/u);
  await expect(admin.getByText("A key stage: it adds 2 points")).toBeVisible();
  await expect(admin.getByRole("button", { name: "End the venture…" })).toHaveCount(0);
  const path = new URL(admin.url()).pathname;
  await admin.close();

  const chair = await pageOf(PEOPLE.chair, `${path}/edit`);
  await chair.getByLabel(/^Allocation/u).fill("1,250.50");
  await chair.getByRole("button", { name: "Save the venture" }).click();
  await chair.waitForURL(`**${path}`);
  await expect(chair.getByText("$1,250.50").first()).toBeVisible();
  await chair.getByRole("button", { name: "End the venture…" }).click();
  await chair.getByRole("alertdialog").getByRole("button", { name: "End the venture" }).click();
  await expect(chair.getByText("Ended").first()).toBeVisible();
  await expect(chair.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
  const [entry] = await entriesOf("portfolio.venture_changed");
  expect(entry).toMatchObject({ actor: PEOPLE.chair, details: { lifecycle: "ended", allocationCents: 125_050 } });
  await chair.goto(`${application.address}/portfolio?q=pet`);
  await expect(chair.getByRole("table", { name: "Ventures of New markets" })).toContainText("$1,250.50");
  await chair.close();
});

test("[ESC-141] every chart has its table behind it", async () => {
  const page = await pageOf(PEOPLE.chair, "/escalations/metrics");
  for (const title of ["Unresolved by age and severity", "Noise removed", "Budget of attention used"]) {
    const figure = page.getByRole("figure").filter({ hasText: title });
    await figure.getByText("Table", { exact: true }).click();
    await expect(figure.getByRole("table")).toBeVisible();
  }
  const responses = page.getByRole("figure").filter({ hasText: "Response times" });
  await responses.getByText("Table", { exact: true }).click();
  await expect(responses.getByRole("row", { name: /^Critical/u })).toContainText("0 of 1");
  await page.close();
});
