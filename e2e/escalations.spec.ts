// Attention, as people give it: a storm that is cleared by keys before the coffee is cold, a breach from the first word to the
// signed review, and an item that was told more quietly than it deserved and meets its deadline all the same.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import { demoPerson, type Person } from "./fixtures/board-room.ts";
import { becomeDemoPerson, isAwake } from "./fixtures/browser.ts";
import { PEOPLE } from "./fixtures/demo.ts";

let application: Application;
let owner: Person;
let chairAsks: Person;

test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  application = await startApplication("demo");
  owner = await demoPerson(application, PEOPLE.owner);
  chairAsks = await demoPerson(application, PEOPLE.chair);
});
test.afterAll(() => application?.stop());

const at = (path: string) => `${application.address}${path}`;
const rowsOf = (page: Page) =>
  page
    .getByRole("table", { name: "Escalations" })
    .getByRole("row")
    .filter({ has: page.getByRole("checkbox", { name: /^Select (?!all)/u }) });

/** Keys are heard from when the page's script runs, a moment after it is seen. */
async function pressUntil(page: Page, key: string, isHeard: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await isHeard();
  }).toPass({ timeout: 15_000 });
}

async function count(sql: string, values: unknown[] = []): Promise<number> {
  const [row] = await application.query<{ count: string }>(`SELECT count(*) FROM ${sql}`, values);
  return Number(row?.count);
}

async function ventureOf(name: string): Promise<string> {
  const { body } = await owner<{ items: { reference: string; name: string }[] }>("GET", "/ventures?limit=200");
  const found = body.items.find((each) => each.name === name);
  if (found === undefined) throw new Error(`the demo has no venture ${name}`);
  return found.reference;
}

const nameOfFirst = (rows: Locator) => rows.first().getByRole("link").first().textContent();

test("[ESC-11] a storm of 500 of one venture is cleared by keys, and the last press can be undone", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const venture = await ventureOf("Fair pricing");
  const severities = ["medium", "low", "high", "medium", "critical"];
  for (let batch = 0; batch < 5; batch += 1) {
    const items = Array.from({ length: 100 }, (_, index) => ({
      title: `Storm: feed ${batch * 100 + index + 1} deviates`,
      ...{
        source: "Storm monitor",
        severity: severities[index % 5],
        category: "monitoring_alert",
        ventureRef: venture,
      },
    }));
    const answer = await owner<{ created: number }>("POST", "/escalations/batch", { body: { items } });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body.created).toBe(100);
  }
  const ofStorm = "escalations WHERE source = 'Storm monitor'";
  await becomeDemoPerson(page, PEOPLE.chair, application.address);
  await page.goto(at(`/escalations?scope=${venture}&q=storm`));
  await isAwake(page);
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(100);
  await expect(rows.filter({ hasText: "Told at once" }), "as many as the venture's budget holds").toHaveCount(2);
  await expect(rows.filter({ hasText: "Down from immediate" }).first()).toContainText("2 immediate a day are used");
  const startedAt = performance.now();

  // One by one: each press answers the framed row and goes on to the next.
  const first = await nameOfFirst(rows);
  await pressUntil(page, "j", () => expect(rows.first().getByRole("link").first()).toBeFocused({ timeout: 500 }));
  await page.keyboard.press("a");
  await expect(page.getByText("acknowledged", { exact: false }).first()).toBeVisible();
  await expect(rows.filter({ hasText: first ?? "" })).toHaveCount(0);
  await page.keyboard.press("a");
  await page.keyboard.press("a");
  await expect.poll(() => count(`${ofStorm} AND status = 'acknowledged'`)).toBe(3);
  await page.keyboard.press("u");
  await expect.poll(() => count(`${ofStorm} AND status = 'acknowledged'`)).toBeLessThan(3);

  // In bulk: everything on the page, page after page.
  let answered: string | null = null;
  for (let round = 0; round < 6; round += 1) {
    const left = await count(`${ofStorm} AND status = 'open'`);
    if (left === 0) break;
    // What was answered has left the page, and the next hundred are there.
    await expect.poll(() => nameOfFirst(rows), { timeout: 20_000 }).not.toBe(answered);
    await expect(rows).toHaveCount(Math.min(100, left), { timeout: 20_000 });
    answered = await nameOfFirst(rows);
    const selected = page.getByText(`${Math.min(100, left)} selected`);
    await pressUntil(page, "*", () => expect(selected).toBeVisible({ timeout: 2_000 }));
    await page.keyboard.press("a");
    await expect.poll(() => count(`${ofStorm} AND status = 'open'`), { timeout: 20_000 }).toBe(Math.max(0, left - 100));
  }
  await expect(page.getByText("No escalation matches")).toBeVisible({ timeout: 15_000 });
  expect(performance.now() - startedAt, "five minutes are the most").toBeLessThan(300_000);
  expect(await count(ofStorm), "nothing was dropped").toBe(500);
  expect(await count(`${ofStorm} AND status = 'acknowledged'`)).toBe(500);
  const [named] = await application.query<{ named: string }>(
    `SELECT count(DISTINCT each) AS named FROM audit_entries, jsonb_array_elements_text(leaf::jsonb -> 'details' -> 'escalations') AS each
     WHERE action = 'escalations.escalations_acknowledged' AND each IN (SELECT reference FROM ${ofStorm})`,
  );
  expect(Number(named?.named), "the record names every one").toBe(500);
  await page.goto(at(`/escalations?view=hand&q=storm`));
  await expect(rowsOf(page).first()).toContainText("I. Solberg");
});

test("[ESC-9] a data breach goes from the first word to its signed review", async ({ browser }) => {
  test.setTimeout(240_000);
  const raiser = await browser.newPage();
  await becomeDemoPerson(raiser, PEOPLE.owner, application.address);
  await raiser.goto(at("/escalations/new"));
  await isAwake(raiser);
  await raiser.getByRole("button", { name: "Data breach" }).click();
  const follows = raiser.getByRole("region", { name: "What follows" }).filter({ visible: true });
  await expect(follows).toContainText("A known trigger, data breach: critical");
  await raiser.getByLabel("What is it?").fill("Data breach: a statement reached the wrong mailbox");
  await raiser.getByLabel("Money at stake").fill("much");
  await raiser.getByRole("button", { name: "Raise it" }).click();
  await expect(raiser.getByLabel("Money at stake"), "the refusal stands at the field").toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await raiser.getByLabel("Money at stake").fill("12,000");
  await raiser.getByLabel("Category").selectOption("data_breach");
  await expect(follows).toContainText("+3$12,000.00 at stake");
  await expect(follows).toContainText("8 points from facts");
  await raiser.getByRole("button", { name: "Raise it" }).click();
  await raiser.waitForURL(/\/escalations\/ESC-/u);
  const reference = new URL(raiser.url()).pathname.split("/").at(-1) ?? "";
  await expect(raiser.getByRole("heading", { level: 1 })).toContainText("a statement reached the wrong mailbox");

  const chair = await browser.newPage();
  await becomeDemoPerson(chair, PEOPLE.chair, application.address);
  await chair.goto(at(`/escalations/${reference}`));
  await isAwake(chair);
  await expect(chair.getByRole("list", { name: "Parts of the severity" })).toContainText(
    "never decided without a human",
  );
  await pressUntil(chair, "a", () =>
    expect(chair.getByText("Ingrid Solberg answers for it")).toBeVisible({ timeout: 2_000 }),
  );
  await chair.getByRole("link", { name: "Write the review" }).first().click();
  await chair.waitForURL(/\/review$/u);
  await expect(chair.getByLabel("What, event 1")).toHaveValue(/^Raised/u);
  await chair.getByLabel("Root cause").fill("The mailbox of a namesake was chosen by hand.");
  await chair.getByLabel("Impact").fill("One statement with a name, an address and an amount.");
  await chair.getByRole("button", { name: "Add an action" }).click();
  await chair.getByLabel("Action 1", { exact: true }).fill("Choose mailboxes by customer number");
  await chair.reload();
  await expect(chair.getByLabel("Root cause"), "a draft outlives the page").toHaveValue(/namesake/u);
  await chair.getByLabel("Policy updates").fill("Nothing changes in policies.");
  await chair.getByRole("button", { name: "Record the review" }).click();
  await expect(chair.getByLabel("Lessons"), "what is missing is said at its field").toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await chair.getByLabel("Lessons").fill("A name is no address; a number is.");
  await chair.getByRole("button", { name: "Record the review" }).click();
  await chair.getByRole("button", { name: "Sign the review" }).click();
  await chair.getByRole("alertdialog").getByRole("button", { name: "Sign it" }).click();
  await expect(chair.getByText("Signed by Ingrid Solberg")).toBeVisible();
  await chair.getByRole("button", { name: "Resolve" }).click();
  await chair.getByLabel("What was done").fill("The recipient has deleted it, and said so in writing.");
  await chair.keyboard.press("Control+Enter");
  await expect(chair.getByText("Resolved by Ingrid Solberg").first()).toBeVisible();
  await expect(raiser.getByText("Resolved by Ingrid Solberg").first(), "whoever raised it sees it happen").toBeVisible({
    timeout: 35_000,
  });
  await expect(chair.getByRole("link", { name: "Choose mailboxes by customer number" })).toBeVisible({
    timeout: 35_000,
  });
  const acts = await application.query<{ action: string }>(
    "SELECT action FROM audit_entries WHERE subject_reference = $1 AND action LIKE 'escalations.%' ORDER BY number",
    [reference],
  );
  expect(acts.map(({ action }) => action.replace("escalations.", ""))).toEqual([
    "escalation_raised",
    "escalation_acknowledged",
    "incident_reviewed",
    "incident_review_signed",
    "escalation_resolved",
  ]);
  await Promise.all([raiser.context().close(), chair.context().close()]);
});

test("[ESC-6] [ESC-8] what is moved down still shows why, is reminded of, and is resolved in its time", async ({
  page,
}) => {
  const venture = await ventureOf("Plain letters");
  const limits = {
    immediatePerDay: 1,
    nextBriefingPerDay: 5,
    weeklyPerWeek: 20,
    reason: "A small venture with one reader",
  };
  const set = await chairAsks("PUT", `/escalation-budgets/${venture}`, { body: limits });
  expect(set.status, set.text).toBe(200);
  const raise = (title: string) =>
    owner<{ reference: string; respondBy: string; downgradedFrom: string | null }>("POST", "/escalations", {
      body: { title, severity: "critical", ventureRef: venture, category: "model_performance" },
    });
  expect((await raise("Letters without a name")).body.downgradedFrom).toBeNull();
  const { reference, respondBy, downgradedFrom } = (await raise("Letters without a date")).body;
  expect(downgradedFrom).toBe("immediate");

  await becomeDemoPerson(page, PEOPLE.chair, application.address);
  await page.goto(at(`/escalations?scope=${venture}&mark=downgraded`));
  const row = rowsOf(page).filter({ hasText: "Letters without a date" });
  await expect(row).toContainText("Down from immediate: the venture’s 1 immediate a day are used");
  await expect(row, "its deadline is the one of a critical one").toContainText(/in (3 h 5\d m|4 h)/u);

  // Half of its time later the reminder is out, though the first notice waits for the briefing.
  const half = new Date(new Date(respondBy).getTime() - 2 * 3_600_000 + 60_000);
  await application.setClock({ at: half });
  // What happens between a page's making and its first listening it shows only at its next look, half a minute later.
  const reminders =
    "audit_entries WHERE action = 'escalations.steps_taken' AND leaf::jsonb -> 'details' -> 'reminded' ? $1";
  await expect.poll(() => count(reminders, [reference])).toBe(1);
  await page.goto(at(`/escalations/${reference}`));
  await expect(page.getByText("Reminded at half time", { exact: false })).toBeVisible();
  await expect(page.getByText("Its severity and its deadline stay as they are.")).toBeVisible();

  const review = {
    timeline: [{ at: half.toISOString(), what: "The template was put right" }],
    ...{ rootCause: "The field was renamed in the template.", impact: "Eleven letters, none of them legally binding." },
    ...{ actions: [], lessons: "Templates are tested with every field.", policyUpdates: "Nothing changes." },
  };
  const recorded = await chairAsks("POST", `/escalations/${reference}/post-incident-review`, { body: review });
  expect(recorded.status, recorded.text).toBeLessThan(300);
  await page.reload();
  await pressUntil(page, "r", () => expect(page.getByLabel("What was done")).toBeVisible({ timeout: 500 }));
  await page.getByLabel("What was done").fill("The template is put right, and the letters were sent again.");
  await page.getByRole("dialog").getByRole("button", { name: "Resolve" }).click();
  await expect(page.getByText("Resolved by Ingrid Solberg").first()).toBeVisible();
  const [entry] = await application.query<{ late: boolean }>(
    `SELECT (leaf::jsonb -> 'details' ->> 'isLate')::boolean AS late FROM audit_entries
     WHERE action = 'escalations.escalation_resolved' AND subject_reference = $1`,
    [reference],
  );
  expect(entry?.late, "in time").toBe(false);
  await application.setClock("real");
});
