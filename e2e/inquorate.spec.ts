// A board that loses its quorum to conflicts of interest, one member after another and each in another way: what the screens
// of everybody concerned say, and what the record holds. Seven vote, four have to take part.
import { expect as expectSoon, type Page, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import { ballot, demoPerson, FACTS, type Person, submitModel } from "./fixtures/board-room.ts";
import { becomeDemoPerson, findBarriers, findOverflow, isAwake } from "./fixtures/browser.ts";

const expect = expectSoon.configure({ timeout: 20_000 });
const CHAIR = "Ingrid Solberg";
const TECHNICAL = "Tomás Herrera";
const RISK = "Priya Raman";
const ETHICS = "Amara Diallo";
const LEGAL = "Elena Voss";
const DATA = "David Ives";
const ADMIN = "Sofia Lindqvist";
const OWNER = "Mira Okafor";
const VENDOR = "Skogly Vision";

test.describe.configure({ mode: "serial", timeout: 120_000 });

let application: Application;
let vote = { reference: "", title: "" };
let allegation = "";
const pages = new Map<string, Page>();

const at = (path: string) => `${application.address}${path}`;
const decisionPage = () => at(`/proposals/${vote.reference}`);

async function pageOf(name: string, path: string): Promise<Page> {
  const page = pages.get(name);
  if (page === undefined) throw new Error(`${name} has not signed in`);
  await page.goto(at(path));
  await isAwake(page);
  return page;
}

/** Entries of one act on this matter: who, and what the record says. */
async function entriesOf(action: string, subject: string) {
  return application.query<{ actor: string; details: Record<string, unknown> }>(
    `SELECT u.name AS actor, e.leaf::jsonb -> 'details' AS details FROM audit_entries e
     LEFT JOIN users u ON u.id = e.actor_id WHERE e.action = $1 AND e.subject_reference = $2 ORDER BY e.number`,
    [action, subject],
  );
}

async function castAs(person: Person, digest: string, choice: string, reasoning: string): Promise<void> {
  const answer = await person("POST", `/proposals/${vote.reference}/votes`, ballot(digest, choice, reasoning));
  expect(answer.status, answer.text).toBe(201);
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  application = await startApplication("demo", { SWEEP_EVERY_MS: "3600000" });
  const owner = await demoPerson(application, OWNER);
  const name = "Damage photographs";
  const body = { name, version: "1.0", description: "Reads photographs of damage.", facts: FACTS.tier_3_high };
  const made = await owner<{ reference: string }>("POST", "/models", { body: { ...body, tags: [VENDOR] } });
  expect(made.status, made.text).toBe(201);
  const { proposal, packageDigest } = await submitModel(owner, made.body.reference);
  const read = await owner<{ title: string }>("GET", `/proposals/${proposal}`);
  vote = { reference: proposal, title: read.body.title };
  await castAs(await demoPerson(application, TECHNICAL), packageDigest, "yes", "The error rate is fine.");
  await castAs(await demoPerson(application, RISK), packageDigest, "no", "Glass is read badly.");
  for (const person of [CHAIR, TECHNICAL, RISK, ETHICS, DATA, ADMIN, OWNER]) {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(20_000);
    await becomeDemoPerson(page, person, application.address);
    pages.set(person, page);
  }
});
/** Seven open pages would each be read anew at every change. */
test.afterEach(async () => {
  for (const page of pages.values()) await page.goto("about:blank");
});
test.afterAll(async () => {
  for (const page of pages.values()) await page.context().close();
  await application?.stop();
});

test("[BRD-171] a conflict that a member declares takes them out of the open vote at once", async () => {
  const page = await pageOf(TECHNICAL, "/board");
  await page.getByRole("button", { name: "Declare a conflict" }).click();
  await page.getByRole("radio", { name: "A vendor" }).check();
  await page.getByRole("textbox", { name: "Vendor" }).fill(VENDOR.toUpperCase());
  await page.getByLabel("Reason").fill("My sister works there.");
  await page.getByRole("button", { name: "Declare the conflict" }).click();
  await expect(page.getByText("Recused from 1 open vote at once.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Conflicts on record" })).toContainText("My sister works there.");
  await page.goto(decisionPage());
  await expect(page.getByRole("heading", { name: "You stand aside" })).toBeVisible();
  await expect(page.getByText("Glass is read badly."), "no deliberation for the recused").toHaveCount(0);
  const casts = await application.query(
    `SELECT c.choice, c.withdrawn_at IS NOT NULL AS withdrawn FROM ballot_casts c JOIN proposals p ON p.id = c.proposal_id
     JOIN users u ON u.id = c.voter_user_id WHERE p.reference = $1 AND u.name = $2`,
    [vote.reference, TECHNICAL],
  );
  expect(casts, "the ballot is withdrawn and kept").toEqual([{ choice: "yes", withdrawn: true }]);
  const [entry] = (
    await application.query<{ details: Record<string, unknown> }>(
      "SELECT leaf::jsonb -> 'details' AS details FROM audit_entries WHERE action = 'board.conflict_declared' ORDER BY number DESC LIMIT 1",
    )
  ).map((row) => row.details);
  expect(entry).toMatchObject({ recusedFrom: [vote.reference], inquorate: [] });
});

test("[BRD-5] another by their own wish, and a third by the chair's word", async () => {
  const own = await pageOf(DATA, `/proposals/${vote.reference}`);
  await own.getByRole("button", { name: "Recuse yourself" }).click();
  await own.getByLabel("Why you stand aside").fill("My team labelled the photographs.");
  await own.getByRole("button", { name: "Recuse me" }).click();
  await expect(own.getByRole("heading", { name: "You stand aside" })).toBeVisible();
  const chair = await pageOf(CHAIR, `/proposals/${vote.reference}`);
  await chair.getByRole("button", { name: "Rule on a conflict…" }).click();
  await chair.getByLabel("Member", { exact: true }).selectOption({ label: LEGAL });
  await chair.getByLabel("Your ruling").fill("She drew up the contract.");
  await chair.getByRole("button", { name: `Recuse ${LEGAL}` }).click();
  const recused = chair.getByRole("list", { name: "Recused" });
  await expect(recused).toContainText(`${LEGAL} by a ruling of ${CHAIR}: She drew up the contract.`);
  await expect(chair.getByText("No quorum possible")).toHaveCount(0);
  expect((await entriesOf("voting.member_recused", vote.reference)).map((entry) => entry.actor)).toEqual([DATA, CHAIR]);
});

test("[BRD-170] a member alleges a conflict of another, on the decision page; it changes nothing yet", async () => {
  const page = await pageOf(ETHICS, `/proposals/${vote.reference}`);
  await page.getByRole("button", { name: "Allege a conflict…" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Member", { exact: true }).selectOption({ label: `${RISK}, risk officer` });
  await sheet.getByLabel("What the conflict is").fill("She holds shares in the maker.");
  await sheet.getByRole("button", { name: "Allege the conflict" }).click();
  await expect(sheet.getByText("The evidence is missing")).toBeVisible();
  await sheet.getByLabel("Evidence").fill("Public register of holdings, June.");
  await sheet.getByRole("button", { name: "Allege the conflict" }).click();
  await page.waitForURL("**/board/conflicts/COI-*");
  allegation = page.url().split("/").at(-1) ?? "";
  await expect(page.getByText("Waits for a ruling")).toBeVisible();
  await expect(page.getByText(`${CHAIR} rules, as chair.`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Rule on it…" })).toHaveCount(0);
  expect((await entriesOf("voting.conflict_alleged", allegation)).map((entry) => entry.actor)).toEqual([ETHICS]);
  const stranger = await pageOf(OWNER, `/board/conflicts/${allegation}`);
  await expect(stranger.getByText("She holds shares")).toHaveCount(0);
  await expect(stranger.getByRole("heading", { level: 1 })).not.toContainText(RISK);
});

test("[BRD-170] the member is told and answers once", async () => {
  const page = await pageOf(RISK, "/notifications");
  await page.getByText("A conflict of interest is alleged of you").first().click();
  await page.waitForURL(`**/board/conflicts/${allegation}`);
  await page.getByRole("button", { name: "Answer…" }).click();
  await page.getByLabel("Your statement").fill("They are in a fund that I do not steer.");
  await page.getByRole("button", { name: "Give the answer" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("They are in a fund that I do not steer.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Answer…" })).toHaveCount(0);
  expect(await entriesOf("voting.allegation_answered", allegation)).toMatchObject([{ actor: RISK }]);
});

test("[BRD-172] [VOT-181] the chair upholds it, and the board can no longer decide", async () => {
  const page = await pageOf(CHAIR, "/dashboard");
  const waiting = page.getByRole("table", { name: "Conflicts to rule on" });
  await expect(waiting).toContainText(RISK);
  await waiting.getByRole("link", { name: RISK }).click();
  await page.waitForURL(`**/board/conflicts/${allegation}`);
  await expect(page.getByText(/Recuse Priya Raman at once/u)).toBeVisible();
  await page.getByRole("button", { name: "Rule on it…" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "Rule", exact: true }).click();
  await expect(sheet.getByText("Choose whether it is upheld or dismissed")).toBeVisible();
  await sheet.getByRole("radio", { name: /^Upheld/u }).check();
  await expect(sheet.getByText(`${RISK} leaves 1 open vote at once; a vote already cast is withdrawn.`)).toBeVisible();
  await sheet.getByLabel("Reason").fill("The holding is large enough to matter.");
  await sheet.getByRole("button", { name: "Uphold it" }).click();
  await expect(page.getByText("1 vote can no longer be decided.")).toBeVisible();
  await expect(page.getByText("Upheld.", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: vote.reference })).toBeVisible();
  expect(await entriesOf("voting.allegation_ruled", allegation)).toMatchObject([
    {
      actor: CHAIR,
      details: { ruling: "upheld", as: "chair", recusedFrom: [vote.reference], inquorate: [vote.reference] },
    },
  ]);
  const told = await application.query(
    "SELECT 1 FROM audit_entries WHERE action LIKE 'voting.%' AND leaf LIKE '%holds shares%'",
  );
  expect(told, "not a word of it is in the record").toEqual([]);
});

test("[VOT-181] the decision page says who is missing and what would help, desk and phone", async () => {
  const page = await pageOf(CHAIR, `/proposals/${vote.reference}`);
  const note = page.getByRole("status").filter({ hasText: "No quorum possible" });
  for (const name of [TECHNICAL, RISK, LEGAL, DATA]) await expect(note).toContainText(name);
  await expect(note).toContainText("2 more voting members without a conflict of interest would make it possible.");
  await expect(note).toContainText("defer or withdraw it");
  await expect(page.getByText(/^Cannot be decided/u)).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await findOverflow(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test("[VOT-181] list, home and the admin's notices say it too; the recused see nothing of the vote", async () => {
  const page = await pageOf(CHAIR, "/proposals");
  await expect(page.getByRole("row").filter({ hasText: vote.title }).first()).toContainText("no quorum possible");
  await page.goto(at("/dashboard"));
  await expect(
    page.getByRole("table", { name: "Matters for the chair" }).getByRole("row").filter({ hasText: vote.title }),
  ).toContainText("No quorum possible");
  const admin = await pageOf(ADMIN, "/notifications");
  await expect(admin.getByText(`Cannot be decided: ${vote.title}`).first()).toBeVisible();
  const recused = await pageOf(RISK, `/proposals/${vote.reference}`);
  await expect(recused.getByRole("heading", { name: "You stand aside" })).toBeVisible();
  await expect(recused.getByText("Ground: by a ruling. The holding is large enough to matter.")).toBeVisible();
  await expect(recused.getByRole("button", { name: "Record my yes" })).toHaveCount(0);
  const html = await (await recused.context().request.get(decisionPage())).text();
  expect(html).not.toContain("Cannot be decided:");
});

test("[BRD-5] the chair defers what nobody can decide", async () => {
  const page = await pageOf(CHAIR, `/proposals/${vote.reference}`);
  await page.getByRole("button", { name: "Defer…" }).click();
  await page
    .getByRole("dialog")
    .getByLabel("Reason")
    .fill("Two members without ties to the maker have to be seated first.");
  await page.getByRole("button", { name: "Defer", exact: true }).click();
  await expect(page.getByText("Deferred").first()).toBeVisible();
  expect(await entriesOf("voting.proposal_deferred", vote.reference)).toMatchObject([{ actor: CHAIR }]);
});
