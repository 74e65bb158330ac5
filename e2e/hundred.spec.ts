// A hundred mixed escalations, answered by one person with the keyboard alone. What a person needs for it is counted: every key,
// every decision, every word of a title that is read; the machine's own time is only there to show that nothing waits for it.
import { expect, type Page, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import { demoPerson, type Person } from "./fixtures/board-room.ts";
import { becomeDemoPerson, isAwake } from "./fixtures/browser.ts";
import { PEOPLE } from "./fixtures/demo.ts";
import { Hands } from "./fixtures/hands.ts";

let application: Application;
let owner: Person;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  // Nothing but what is raised here comes in while it is counted.
  application = await startApplication("demo", { JOBS: "off" });
  owner = await demoPerson(application, PEOPLE.owner);
});
test.afterAll(() => application?.stop());

async function count(sql: string): Promise<number> {
  const [row] = await application.query<{ count: string }>(`SELECT count(*) FROM ${sql}`);
  return Number(row?.count);
}

const IN_QUEUE = "escalations WHERE status = 'open' AND place <> 'held'";

/** Sources, categories and severities that a morning brings, over all ventures and models. */
const MORNING = [
  ["Drift watch", "model_performance", ["high", "medium", "medium"], "Accuracy of segment # below its floor"],
  ["Feed monitor", "monitoring_alert", ["low", "medium", "low"], "Feed # is late"],
  ["person", "documentation_gap", ["low", "low", "medium"], "Model card # names no owner"],
  ["Contact centre", "user_complaint", ["medium", "low", "medium"], "Complaint # about a letter"],
  ["person", "scheduling", ["low", "low", "high"], "Meeting # falls on a holiday"],
  ["Ledger copy", "other", ["low", "medium", "low"], "Copy # was repeated"],
  ["person", "security_incident", ["high", "critical", "high"], "Key # found in a notebook"],
  ["person", "spending", ["medium", "high", "low"], "Invoice # exceeds its order"],
] as const;

async function fillTo(wanted: number): Promise<void> {
  const { body: ventures } = await owner<{ items: { reference: string }[] }>("GET", "/ventures?limit=200");
  const { body: models } = await owner<{ items: { reference: string }[] }>("GET", "/models?limit=20");
  for (let left = wanted - (await count(IN_QUEUE)); left > 0; left = wanted - (await count(IN_QUEUE))) {
    const already = await count("escalations");
    const items = Array.from({ length: left }, (_, index) => {
      const [source, category, severities, title] = MORNING[index % MORNING.length] ?? MORNING[0];
      return {
        ...{ source, category, severity: severities[index % 3], title: title.replace("#", String(already + index)) },
        ...(index % 2 === 0
          ? { ventureRef: ventures.items[index % ventures.items.length]?.reference }
          : { modelRef: models.items[index % models.items.length]?.reference }),
      };
    });
    const answer = await owner<{ created: number }>("POST", "/escalations/batch", { body: { items } });
    expect(answer.status, answer.text).toBe(200);
  }
  expect(await count(IN_QUEUE)).toBe(wanted);
}

type Answer = (hands: Hands, page: Page) => Promise<void>;

const acknowledgeAlike: Answer = (hands) => hands.press("l", "a");

/** The second time the same person is offered, and Enter is enough. */
const assignAlike: Answer = async (hands, page) => {
  await hands.press("l", "s");
  const field = page.getByRole("dialog").getByRole("combobox");
  await expect(field).toBeFocused();
  if ((await field.inputValue()) === "") {
    await hands.type("Lukas");
    await hands.press("Enter");
  }
  await hands.press("Enter");
};

const typeInto = async (hands: Hands, page: Page, keys: readonly string[], text: string) => {
  await hands.press(...keys);
  await expect(page.getByRole("dialog").locator("textarea")).toBeFocused();
  await hands.type(text);
  await hands.press("Control+Enter");
};

const resolveAlike: Answer = async (hands, page) => {
  await typeInto(hands, page, ["l", "r"], "Moved by a day");
  // High ones need their review first: they are named, stay, and are selected still.
  await expect(page.getByText(/resolved after its post-incident review: ESC-/u)).toBeVisible();
  await expect(page.getByText(/^\d+ selected$/u)).toBeVisible();
  await hands.press("a", "Escape");
};

const convertAlike: Answer = async (hands, page) => {
  await hands.press("l", "c");
  const field = page.getByRole("dialog").getByRole("combobox");
  while (!(await field.evaluate((each) => each === document.activeElement))) await hands.press("Tab");
  await hands.type("Claims");
  await expect(page.getByRole("option").first()).toBeVisible();
  await hands.press("Enter", "Enter");
};

/** How each kind of matter is answered; the rest is acknowledged, together with what is like it. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  "Model performance": assignAlike,
  "Monitoring alert": assignAlike,
  Scheduling: resolveAlike,
  Spending: convertAlike,
  "Documentation gap": (hands, page) => typeInto(hands, page, ["l", "d"], "Owners are named"),
  Other: (hands, page) => typeInto(hands, page, ["l", "m"], "Being rebuilt"),
  // Each for itself.
  "Security incident": (hands) => hands.press("a"),
};

test("[ESC-11] a hundred mixed ones are answered in every way by keys, in less than five minutes of a person", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await fillTo(100);
  const known = await count("escalations");
  await becomeDemoPerson(page, PEOPLE.chair, application.address);
  await page.goto(`${application.address}/escalations`);
  await isAwake(page);
  const table = page.getByRole("table", { name: "Escalations" });
  const rows = table.locator("tbody tr");
  await expect(rows).toHaveCount(100);
  const hands = new Hands(page);
  hands.read(await rows.locator("a[data-row]").allTextContents());
  const framed = table.locator("tr[aria-current=true]");
  const reference = async () => (await framed.getAttribute("data-key")) ?? "";

  // One is opened and answered on its page; back in the queue the keyboard is at what came after it.
  hands.decide();
  await hands.press("j", "j");
  await expect(rows.nth(1).locator("a[data-row]")).toBeFocused();
  const next = await rows.nth(2).getAttribute("data-key");
  await hands.press("Enter");
  await expect(page.getByRole("heading", { name: "Response protocol" })).toBeVisible();
  await isAwake(page);
  await hands.press("a");
  await expect(page.getByText("Ingrid Solberg answers for it")).toBeVisible();
  await hands.press("q");
  await expect(rows).toHaveCount(99);
  await expect.poll(reference, { message: "the place is kept" }).toBe(next);

  // A press too many is taken back.
  hands.decide();
  await hands.press("a");
  await expect(rows).toHaveCount(98);
  await expect(page.getByText(`${next} acknowledged`)).toBeVisible();
  await hands.press("u");
  await expect(rows).toHaveCount(99);

  let mayTakeBack = true;
  for (let left = 99, acts = 0; left > 0; acts += 1) {
    expect(acts, "every act answers something").toBeLessThan(99);
    hands.decide();
    const said = (await framed.textContent()) ?? "";
    const answer = Object.entries(ANSWERS).find(([category]) => said.includes(category))?.[1] ?? acknowledgeAlike;
    await answer(hands, page);
    await expect.poll(() => rows.count(), { message: said }).toBeLessThan(left);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    if (mayTakeBack && answer === assignAlike) {
      // An assignment of several is taken back as one, and given again with three presses.
      mayTakeBack = false;
      await hands.press("u");
      await expect(rows).toHaveCount(left);
      continue;
    }
    left = await rows.count();
  }
  await expect(page.getByText("Nothing waits for an answer")).toBeVisible({ timeout: 15_000 });

  expect(await count(IN_QUEUE), "nothing is unanswered").toBe(0);
  expect(await count("escalations"), "nothing is dropped").toBe(known);
  const seconds = Math.round(hands.seconds);
  const needed = `${hands.keys} keys, ${hands.decisions} decisions, ${hands.words} words: ${seconds} s`;
  test.info().annotations.push({ type: "a person", description: needed });
  expect(hands.seconds, needed).toBeLessThan(300);

  const acts = await application.query<{ action: string; several: number }>(
    `SELECT action, max(COALESCE(jsonb_array_length(leaf::jsonb -> 'details' -> 'escalations'), 1))::int AS several
     FROM audit_entries WHERE occurred_at > now() - interval '10 minutes' AND actor_id = (SELECT id FROM users WHERE name = $1)
     GROUP BY action`,
    [PEOPLE.chair],
  );
  const several = new Map(acts.map((act) => [act.action, act.several]));
  for (const action of ["acknowledged", "assigned", "resolved", "linked"]) {
    expect(several.get(`escalations.escalations_${action}`), action).toBeGreaterThan(3);
  }
  expect(several.get("meetings.escalation_reviews_scheduled")).toBeGreaterThan(3);
  expect(several.get("escalations.acknowledgement_undone")).toBeGreaterThan(3);
  expect(several.get("escalations.silence_created")).toBe(1);
  // A rest that nobody resolved is in hand, with somebody who answers for it.
  expect(await count("escalations WHERE status = 'acknowledged' AND assignee_user_id IS NULL")).toBe(0);
});
