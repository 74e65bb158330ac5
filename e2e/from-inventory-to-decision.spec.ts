// The main job from end to end on the real inventory, each step in a browser by the person named: what the screen says
// and what the record holds.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect as expectSoon, type Page, test } from "@playwright/test";
import { startApplication } from "../lib/testing/journey.ts";
import { Agency, AUDITOR, BOARD, OWNER } from "./fixtures/agency.ts";
import { ballot, registerModel, type Submission, submitModel, toScores } from "./fixtures/board-room.ts";
import { findBarriers, findOverflow, isAwake } from "./fixtures/browser.ts";
import { holdTo } from "./fixtures/described.ts";
import { ADMIN, accept, foundOrganization, invite, type Newcomer } from "./fixtures/founding.ts";
import type { Description } from "./fixtures/garbage.ts";
import { makeKeyInBrowser, PROJECT, run } from "./fixtures/keys.ts";
import { type Answer, type Ask, asStranger, makeKey, send, withKey } from "./fixtures/machine.ts";
import { CRITERIA, criterion, expectSaved, fillCriterion, fillScorecard } from "./fixtures/scorecard.ts";

// The real file is large, and the machine may be busy.
const expect = expectSoon.configure({ timeout: 25_000 });
const INVENTORY = fileURLToPath(new URL("../../shared/data/2024_federal_ai_use_case_inventory.csv", import.meta.url));

test.describe.configure({ mode: "serial", timeout: 180_000 });
test.skip(!existsSync(INVENTORY), `the real inventory is not here: ${INVENTORY}`);

let agency: Agency;

test.beforeAll(async () => {
  agency = new Agency(await startApplication("empty"));
});
test.afterAll(() => agency?.close());

test.describe("1. first run", () => {
  test("[ORG-6] the first admin founds the organisation with a charter", async ({ browser }) => {
    const context = await browser.newContext();
    agency.contexts.set(ADMIN.name, context);
    const page = await context.newPage();
    await foundOrganization(page, agency.application.address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.goto(agency.at("/charter"));
    await expect(page.getByText("Northwind Agency").first()).toBeVisible();
    await page.goto(agency.at("/board"));
    await expect(page.getByText("Technical lead").first()).toBeVisible();
    expect(await agency.entriesOf("board.organization_founded")).toHaveLength(1);
    await page.close();
  });

  test("[ORG-1] people are invited by a one-time link and choose their own password", async ({ browser }) => {
    const page = await agency.pageOf(ADMIN);
    const links = new Map<Newcomer, string>();
    for (const person of [...Object.values(BOARD), OWNER, AUDITOR]) {
      links.set(person, await invite(page, agency.application.address, person));
    }
    for (const [person, link] of links) agency.contexts.set(person.name, await accept(browser, link));
    expect(await agency.entriesOf("identity.person_invited")).toHaveLength(7);
    expect((await agency.entriesOf("identity.invitation_accepted")).length).toBe(7);
    const second = await browser.newPage();
    await second.goto(links.get(OWNER) ?? "");
    await expect(second.getByText("This invitation has been used")).toBeVisible();
    await second.context().close();
    await page.close();
  });

  test("[BRD-1] [BRD-3] [BRD-4] the admin seats a board; what is vacant and whether it can decide is said", async () => {
    const page = await agency.pageOf(ADMIN, "/board/appoint?role=chair");
    for (const [index, { name, seat }] of Object.values(BOARD).entries()) {
      await page.goto(agency.at("/board/appoint"));
      await isAwake(page);
      await page.getByLabel("Person").selectOption({ label: name });
      await page.getByLabel("Seat", { exact: true }).selectOption({ label: seat });
      await expect(page.getByText("What this seat needs")).toBeVisible();
      await page.getByRole("button", { name: "Seat this person" }).click();
      await page.waitForURL("**/board");
      if (index === 0) {
        await expect(page.getByText("A quorum cannot be reached.")).toBeVisible();
        await expect(page.getByText("3 required seats vacant")).toBeVisible();
      }
    }
    await expect(page.getByText("A quorum can be reached.")).toBeVisible();
    await expect(page.getByText("5 voting members in office, 3 must take part; up to 2 may be absent")).toBeVisible();
    await expect(page.getByText("No required seat is vacant")).toBeVisible();
    expect(await agency.entriesOf("board.member_seated")).toHaveLength(5);
    await page.close();
  });

  test("[BRD-2] a member declares a conflict of interest", async () => {
    const page = await agency.pageOf(BOARD.technical, "/board");
    await page.getByRole("button", { name: "Declare a conflict" }).click();
    await page.getByRole("radio", { name: "A vendor" }).check();
    await page.getByRole("textbox", { name: "Vendor" }).fill("Contoso Analytics");
    await page.getByLabel("Reason").fill("I advised them until last year.");
    await page.getByRole("button", { name: "Declare the conflict" }).click();
    await expect(page.getByText("Contoso Analytics").first()).toBeVisible();
    expect(await agency.entriesOf("board.conflict_declared")).toMatchObject([{ actor: BOARD.technical.name }]);
    await page.close();
  });
});

test.describe("2. import [REG-10]", () => {
  /** Upload, look at the suggestion, look at the preview, start, wait for the report. */
  async function importInventory(page: Page, preview: readonly string[]): Promise<void> {
    await page.goto(agency.at("/models/import"));
    await page.getByLabel("Inventory file").setInputFiles(INVENTORY);
    await page.waitForURL("**/models/import/IMP-*", { timeout: 60_000 });
    await expect(page.getByText("2,133 records")).toBeVisible();
    await expect(page.getByRole("combobox", { name: /^Field for .*Use Case Name/iu }).first()).toHaveValue("name");
    const panel = page.getByRole("region", { name: "Preview" });
    const look = panel.getByRole("button", { name: /Look (at the preview|again)/u });
    const fresh = panel.getByText("With the mapping as it is now");
    await expect(look).toBeEnabled();
    if (!(await fresh.isVisible())) await look.click();
    await expect(fresh).toBeVisible({ timeout: 60_000 });
    for (const line of preview) await expect(panel).toContainText(line);
    await panel.getByRole("button", { name: "Start the import" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Start the import" }).click();
  }

  test("suggested mapping, preview, progress, report: 2,133 read = 2,130 created + 3 duplicates", async () => {
    const page = await agency.pageOf(ADMIN);
    await importInventory(page, ["Records read2,133", "created2,130", "duplicates3", "rejected0"]);
    const report = page.getByText(/2,133 records read = 2,130 created/u);
    await expect(report.or(page.getByRole("progressbar")).first()).toBeVisible({ timeout: 30_000 });
    await expect(report).toBeVisible({ timeout: 120_000 });
    await expect(report).toContainText("3 duplicates");
    await expect(report).toContainText("0 rejected");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download the report" }).click();
    expect(readFileSync(await (await download).path(), "utf8").split("\n").length).toBeGreaterThan(2_133);
    expect(await agency.entriesOf("registry.import_completed")).toHaveLength(1);
    expect(await agency.entriesOf("registry.model_registered"), "one act, one entry").toHaveLength(0);
    const statuses = await agency.application.query<{ status: string; count: number }>(
      "SELECT status, count(*)::int FROM models GROUP BY status",
    );
    expect(statuses.reduce((sum, { count }) => sum + count, 0)).toBe(2_130);
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set(["active", "decommissioned", "proposed"]));
    await page.close();
  });

  test("the same file again: 2,130 unchanged + 3 duplicates", async () => {
    const page = await agency.pageOf(ADMIN);
    await importInventory(page, ["unchanged2,130", "created0"]);
    await expect(page.getByText(/2,133 records read =.* 2,130 unchanged .* 3 duplicates/u)).toBeVisible({
      timeout: 120_000,
    });
    expect(await agency.count("models")).toBe(2_130);
    await page.close();
  });

  test("[REG-7] what is in operation is due at once, and the dashboard says how many", async () => {
    const due = await agency.count("models WHERE status = 'active' AND next_review_at IS NULL");
    expect(due).toBeGreaterThan(100);
    const page = await agency.pageOf(BOARD.chair, "/dashboard");
    await expect(page.getByRole("link", { name: `${due.toLocaleString("en")} overdue reviews` })).toBeVisible();
    await page.close();
  });
});

let model = { reference: "", name: "" };
let proposal = { reference: "", digest: "" };
let receiptFile = "";

test.describe("3. submission", () => {
  test("the admin assigns owners: one model, and a whole unit", async () => {
    const [found] = await agency.application.query<typeof model>(
      `SELECT reference, name FROM models WHERE status = 'proposed' AND tier = 'tier_3_high'
       AND length(name) < 60 ORDER BY name LIMIT 1`,
    );
    if (found === undefined) throw new Error("the inventory has no proposed model of tier 3");
    model = found;
    const page = await agency.pageOf(ADMIN, `/models/${model.reference}`);
    await page.getByRole("button", { name: "Assign an owner" }).click();
    await page.getByRole("combobox", { name: "Owner" }).fill(OWNER.email);
    await page.getByRole("button", { name: /^Assign 1 model$/u }).click();
    await expect(page.getByText(`1 model assigned to ${OWNER.name}`)).toBeVisible();
    await page.goto(agency.at("/models"));
    await page.getByRole("button", { name: "Assign owners by unit" }).click();
    const ofAgency = page.getByRole("dialog").getByLabel("Agency");
    const smallest = await ofAgency.locator("option:not([value=''])").last().getAttribute("value");
    await ofAgency.selectOption(smallest ?? "");
    await page.getByRole("combobox", { name: "Owner" }).fill(OWNER.email);
    await page.getByRole("button", { name: /^Assign [0-9,]+ models?$/u }).click();
    const confirm = page.getByRole("button", { name: /^Yes, assign/u });
    await expect(confirm.or(page.getByText(/assigned to Oscar Vale/u)).first()).toBeVisible();
    if (await confirm.isVisible()) await confirm.click();
    await expect(page.getByText(/models? assigned to Oscar Vale/u).first()).toBeVisible();
    expect(await agency.entriesOf("registry.owner_assigned")).toHaveLength(2);
    await page.close();
  });

  test("[BRD-5] before the vote a member declares a conflict with this very model", async () => {
    const page = await agency.pageOf(BOARD.ethics, "/board");
    await page.getByRole("button", { name: "Declare a conflict" }).click();
    await page
      .getByRole("combobox", { name: "Model" })
      .or(page.getByRole("textbox", { name: "Model" }))
      .fill(model.reference);
    await page.getByLabel("Reason").fill("My brother leads the team that builds it.");
    await page.getByRole("button", { name: "Declare the conflict" }).click();
    await expect(page.getByText("My brother leads the team").first()).toBeVisible();
    await page.close();
  });

  test("[REG-4] the owner fills in the scorecard: kept while typing, refused with 7 of 8 and with 1.01", async () => {
    const page = await agency.pageOf(OWNER, `/models/${model.reference}`);
    await page.getByRole("link", { name: "Fill in the scorecard" }).first().click();
    await page.waitForURL("**/submit");
    for (const each of CRITERIA.slice(0, 7)) await fillCriterion(page, each);
    await expectSaved(page);
    await page.reload();
    const first = criterion(page, "Technical soundness");
    await expect(first.getByRole("textbox", { name: "Score" })).toHaveValue("0.9");
    await expect(first.getByRole("textbox", { name: "Justification" })).toHaveValue(/last year's cases/u);
    await expect(criterion(page, "Ethics review").getByRole("radio", { name: "Pass" })).toBeChecked();
    const missing = page.getByRole("list", { name: "Still missing" });
    await expect(missing).toContainText("Monitoring plan");
    await expect(page.getByText("of 7 of 8 criteria")).toBeVisible();
    await page.getByRole("button", { name: /^Submit/u }).click();
    await expect(page.getByText("It cannot be submitted yet")).toBeVisible();
    // Whoever pressed is led to what is missing; what is typed before that would land there.
    await expect(criterion(page, "Monitoring plan").getByRole("textbox", { name: "Score" })).toBeFocused();
    await first.getByRole("textbox", { name: "Score" }).fill("1.01");
    await expect(first.getByText(/at most 1|from 0 to 1/u).first()).toBeVisible();
    await first.getByRole("textbox", { name: "Score" }).fill("0.9");
    expect(await agency.entriesOf("voting.model_submitted")).toHaveLength(0);
    await page.close();
  });

  test("[REG-5] [REG-6] sees what will happen by tier, submits, and the digest of the package is shown", async () => {
    const page = await agency.pageOf(OWNER, `/models/${model.reference}/submit`);
    await fillCriterion(page, CRITERIA[7]);
    await page.getByLabel("Voting hours").fill("2");
    await expect(page.getByText("Nothing is missing")).toBeVisible();
    await expect(page.getByText(/the board votes for 2 hours, and its decision binds/u).first()).toBeVisible();
    await page.getByRole("button", { name: "Submit for a vote" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Submit for a vote" }).click();
    await expect(page.getByText("Submitted: the board is voting.")).toBeVisible();
    const link = page.getByRole("link", { name: /^Open PRP-/u });
    const reference = (await link.textContent())?.replace("Open ", "").trim() ?? "";
    const shown = await page
      .getByText(/^[0-9a-f]{64}$/u)
      .first()
      .textContent();
    proposal = { reference, digest: shown?.trim() ?? "" };
    const [frozen] = await agency.application.query("SELECT digest FROM decision_packages WHERE digest = $1", [
      proposal.digest,
    ]);
    expect(frozen, "the digest on the screen is the package's").toBeDefined();
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await agency.entriesOf("voting.model_submitted")).toMatchObject([
      { subject: model.reference, actor: OWNER.name },
    ]);
    await page.close();
  });
});

test.describe("4. vote", () => {
  const castIn = async (page: Page, choice: string, reasoning: string) => {
    await page.getByRole("region", { name: "Your vote" }).getByRole("button", { name: choice }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Reasoning").fill(reasoning);
    await sheet.getByRole("button", { name: /^Record my/u }).click();
    await expect(sheet).toHaveCount(0);
  };

  test("[VOT-4] a member votes, changes their mind, and keeps a receipt", async () => {
    const page = await agency.pageOf(BOARD.technical, "/proposals");
    await page
      .getByRole("table", { name: /needs my vote/iu })
      .getByRole("link")
      .first()
      .click();
    await page.waitForURL(`**/proposals/${proposal.reference}`);
    await castIn(page, "No", "The documentation is too thin.");
    await expect(page.getByText("The documentation is too thin.").first()).toBeVisible();
    await castIn(page, "Yes", "The owner added the missing chapter.");
    await expect(page.getByText("changed once")).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download the receipt" }).click();
    receiptFile = test.info().outputPath("receipt.json");
    await (await download).saveAs(receiptFile);
    expect(JSON.parse(readFileSync(receiptFile, "utf8"))).toMatchObject({ choice: "yes" });
    expect(await agency.entriesOf("voting.ballot_cast")).toMatchObject([{ actor: BOARD.technical.name }, {}]);
    await page.close();
  });

  test("on a phone: from the list to a recorded, reasoned vote in three touches", async ({ browser }) => {
    const storageState = await agency.contexts.get(BOARD.risk.name)?.storageState();
    const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
    const context = await browser.newContext({ storageState, ...phone });
    const page = await context.newPage();
    await page.goto(agency.at("/proposals"));
    let touches = 0;
    const touch = async (what: ReturnType<Page["getByRole"]>) => {
      await what.tap();
      touches += 1;
    };
    await touch(
      page
        .getByRole("table", { name: /needs my vote/iu })
        .getByRole("link")
        .first(),
    );
    await page.waitForURL(`**/proposals/${proposal.reference}`);
    expect(await findOverflow(page)).toEqual([]);
    await touch(page.getByRole("region", { name: "Your vote" }).getByRole("button", { name: "Yes" }));
    await expect(page.getByLabel("Reasoning"), "the reasoning waits to be typed").toBeFocused();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.type("The residual risk is small and watched.");
    await touch(page.getByRole("button", { name: "Record my yes" }));
    await expect(page.getByText(/is recorded/u).first()).toBeVisible();
    expect(touches).toBeLessThanOrEqual(3);
    await context.close();
  });

  test("[BRD-5] who declared a conflict stands aside, sees nothing of the deliberation and cannot vote", async () => {
    const page = await agency.pageOf(BOARD.ethics, `/proposals/${proposal.reference}`);
    await expect(page.getByText("You stand aside")).toBeVisible();
    await expect(page.getByText("My brother leads the team").first()).toBeVisible();
    await expect(page.getByText("The residual risk is small")).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Your vote" }).getByRole("button")).toHaveCount(0);
    const answer = await (await agency.askAs(BOARD.ethics))(
      "POST",
      `/proposals/${proposal.reference}/votes`,
      ballot(proposal.digest),
    );
    expect(answer).toMatchObject({ status: 403, body: { code: "voting.recused" } });
    expect((await agency.entriesOf("identity.attempt_denied"))[0]).toMatchObject({ actor: BOARD.ethics.name });
    await page.close();
  });

  test("nobody else can vote: not the owner, not the admin", async () => {
    for (const person of [OWNER, ADMIN]) {
      const page = await agency.pageOf(person);
      await page.goto(agency.at(`/proposals/${proposal.reference}`));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("button", { name: "Yes", exact: true })).toHaveCount(0);
      const ask = await agency.askAs(person);
      expect((await ask("POST", `/proposals/${proposal.reference}/votes`, ballot(proposal.digest))).status).toBe(403);
      await page.close();
    }
  });
});

test.describe("5. result", () => {
  test("[VOT-8] [VOT-9] past the deadline it closes by itself, and the page says why", async () => {
    const page = await agency.pageOf(BOARD.chair, `/proposals/${proposal.reference}`);
    await expect(page.getByText(/more yes needed|Would pass now/u).first()).toBeVisible();
    await agency.castAll({ proposal: proposal.reference, packageDigest: proposal.digest }, "yes", [BOARD.chair]);
    await agency.application.setClock({ offsetMilliseconds: 2 * 3_600_000 + 60_000 });
    await expect
      .poll(async () => (await agency.entriesOf("voting.proposal_closed")).length, { timeout: 30_000 })
      .toBe(1);
    await page.reload();
    await expect(page.getByText("Approved").first()).toBeVisible();
    await expect(page.getByText(/Passed with 3 of 3|Passed with 3 yes/u).first()).toBeVisible();
    await page.goto(agency.at(`/models/${model.reference}`));
    await expect(page.getByText("Approved").first()).toBeVisible();
    const [reviewed] = await agency.application.query<{ status: string; days: number }>(
      `SELECT status, extract(day FROM next_review_at - last_review_at)::int AS days FROM models WHERE reference = $1`,
      [model.reference],
    );
    expect(reviewed, "[REG-7] tier 3 is reviewed every 90 days").toEqual({ status: "approved", days: 90 });
    expect(await agency.entriesOf("voting.proposal_closed")).toMatchObject([{ actor: null }]);
    await page.close();
  });

  test("[VOT-8] [VOT-10] the chair closes once all have voted; conditions become follow-ups", async () => {
    const owner = await agency.askAs(OWNER);
    const reference = await registerModel(owner, "Benefit letters", "tier_4_critical");
    const conditions = [{ text: "Outside audit of the wording", dueInDays: 30 }];
    const submitted = await submitModel(owner, reference, { conditions });
    const page = await agency.pageOf(BOARD.chair, `/proposals/${submitted.proposal}`);
    await expect(page.getByText(/It can be closed early once/u)).toBeVisible();
    await agency.castAll(submitted, "yes");
    await page.reload();
    await page.getByRole("button", { name: "Close the vote now" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Close the vote" }).click();
    await expect(page.getByText("Voting is closed")).toBeVisible();
    await expect(page.getByText("Approved with conditions").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Outside audit of the wording" })).toBeVisible();
    expect((await agency.entriesOf("voting.proposal_closed"))[0]).toMatchObject({ actor: BOARD.chair.name });
    const mine = await agency.pageOf(OWNER, "/actions");
    await expect(mine.getByText("Outside audit of the wording").first()).toBeVisible();
    await Promise.all([page.close(), mine.close()]);
  });

  test("[REG-6] tier 1 is approved by rule and reported", async () => {
    const owner = await agency.askAs(OWNER);
    const reference = await registerModel(owner, "Room booking", "tier_1_low");
    const page = await agency.pageOf(OWNER, `/models/${reference}/submit`);
    await fillScorecard(page);
    await expect(page.getByText("Nothing is missing")).toBeVisible();
    await page.getByRole("button", { name: "Submit for approval by rule" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Submit for approval by rule" }).click();
    await expect(page.getByText("Approved by rule, and reported to the board.")).toBeVisible();
    expect(await agency.entriesOf("voting.tier_one_approved")).toMatchObject([
      { subject: reference, actor: OWNER.name },
    ]);
    await page.close();
  });

  test("[REG-6] tier 2 is advice; the chair decides, with a reason when going against it", async () => {
    const owner = await agency.askAs(OWNER);
    const reference = await registerModel(owner, "Visitor forecast", "tier_2_medium");
    const submitted = await submitModel(owner, reference);
    await agency.castAll(submitted, "no");
    const chair = await agency.askAs(BOARD.chair);
    expect((await chair("POST", `/proposals/${submitted.proposal}/close`, { body: {} })).status).toBe(200);
    const page = await agency.pageOf(BOARD.chair, `/proposals/${submitted.proposal}`);
    await expect(page.getByText("Awaiting the chair").first()).toBeVisible();
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(sheet.getByText(/reason/iu).first()).toBeVisible();
    await expect(sheet.getByRole("alert").or(sheet.locator("[aria-invalid=true]")).first()).toBeVisible();
    await sheet.getByLabel("Reason").fill("A forecast of visitors harms nobody; the drift is watched weekly.");
    await sheet.getByRole("button", { name: "Approve", exact: true }).click();
    await expect(sheet).toHaveCount(0);
    await expect(page.getByText("A forecast of visitors harms nobody").first()).toBeVisible();
    expect(await agency.entriesOf("voting.advice_decided")).toMatchObject([{ actor: BOARD.chair.name }]);
    await page.close();
  });
});

test.describe("6. audit [AUD-1] [AUD-2]", () => {
  test.beforeAll(async ({ browser }) => agency.signIn(browser, AUDITOR));

  test("the auditor browses and filters the log", async () => {
    const page = await agency.pageOf(AUDITOR, "/audit");
    await expect(page.getByRole("table", { name: "Entries of the record" })).toBeVisible();
    await page.getByLabel("Act", { exact: true }).selectOption("voting.ballot_cast");
    await page.waitForURL("**/audit?*action=voting.ballot_cast*");
    const rows = page.getByRole("table", { name: "Entries of the record" }).getByRole("link");
    await expect(rows).toHaveCount((await agency.entriesOf("voting.ballot_cast")).length);
    await page.getByLabel("Who").selectOption({ label: BOARD.risk.name });
    await page.waitForURL("**/audit?*actor=*");
    await rows.first().click();
    await expect(page.getByText(BOARD.risk.name).first()).toBeVisible();
    await expect(
      page
        .getByText(/^[0-9a-f]{64}$/u)
        .or(page.getByText(/proof/iu))
        .first(),
    ).toBeVisible();
    await page.close();
  });

  test("checks the member's receipt, and a forged one", async () => {
    const page = await agency.pageOf(AUDITOR, "/audit/check");
    const text = readFileSync(receiptFile, "utf8");
    await page.getByLabel("Receipt or checkpoint").fill(text);
    await page.getByRole("button", { name: "Check it" }).click();
    await expect(page.getByText("The receipt holds")).toBeVisible();
    await page.getByLabel("Receipt or checkpoint").fill(text.replace('"yes"', '"no"'));
    await page.getByRole("button", { name: "Check it" }).click();
    await expect(page.getByText("The receipt does not hold")).toBeVisible();
    await page.close();
  });

  test("[AUD-4] downloads the export and verifies it with one command; a changed byte is named", async () => {
    const page = await agency.pageOf(AUDITOR, "/audit");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download the export" }).click();
    const exported = test.info().outputPath("audit-log.jsonl");
    await (await download).saveAs(exported);
    const verify = (file: string) =>
      run(process.execPath, ["bin/audit-verify.mjs", file, "--receipt", receiptFile], { cwd: PROJECT }).then(
        ({ stdout }) => ({ code: 0, said: stdout }),
        (error: { code: number; stdout: string; stderr: string }) => ({
          code: error.code,
          said: `${error.stdout}${error.stderr}`,
        }),
      );
    const whole = await verify(exported);
    expect(whole, whole.said).toMatchObject({ code: 0 });
    const lines = readFileSync(exported, "utf8").split("\n");
    const index = lines.findIndex((line) => line.includes("voting.ballot_cast"));
    const number = /\\?"number\\?":(\d+)/u.exec(lines[index] ?? "")?.[1];
    lines[index] = (lines[index] ?? "").replace("voting.ballot_cast", "voting.ballot_cost");
    const changed = test.info().outputPath("changed.jsonl");
    writeFileSync(changed, lines.join("\n"));
    const broken = await verify(changed);
    expect(broken, broken.said).toMatchObject({ code: 1 });
    expect(broken.said, "the entry is named").toContain(String(number));
    expect((await agency.entriesOf("audit.log_exported"))[0]).toMatchObject({ actor: AUDITOR.name });
    await page.close();
  });
});

test.describe("7. machine", () => {
  let description: Description;

  test("the same submission, votes and result over HTTP, as the published description says", async () => {
    description = (await send<Description>(agency.at("/api/openapi.json"))).body;
    const owner = holdTo(
      description,
      withKey(agency.application.address, await makeKeyInBrowser(await agency.pageOf(OWNER, "/settings/keys"))),
    );
    const members = new Map<string, Ask>();
    for (const [seat, member] of Object.entries(BOARD)) {
      const key = await makeKey(await agency.askAs(member), "Votes of a program");
      members.set(seat, holdTo(description, withKey(agency.application.address, key)));
    }
    const body = {
      name: "Grant triage",
      version: "2.0",
      description: "Ranks applications for grants.",
      facts: { affectsRights: true, decidesAutonomously: false, stage: "development" },
    };
    const made = await owner<{ reference: string; tier: string }>("POST", "/models", { body });
    expect(made).toMatchObject({ status: 201, body: { tier: "tier_3_high" } });
    const { reference } = made.body;
    const evaluated = await owner("GET", `/models/${reference}/evaluation`);
    expect(evaluated.status).toBe(200);
    const submitted = await owner<Submission>("POST", `/models/${reference}/submissions`, {
      body: { scores: toScores(), votingHours: 72 },
    });
    expect(submitted).toMatchObject({ status: 201, body: { route: "board_vote" } });
    const { proposal: opened, packageDigest } = submitted.body;
    for (const [seat, ask] of members) {
      const list = await ask<{ items: { reference: string }[] }>("GET", "/proposals?group=needs_my_vote");
      expect(list.body.items.map((item) => item.reference)).toContain(opened);
      const cast = await ask<{ receipt: { proposal: string } }>(
        "POST",
        `/proposals/${opened}/votes`,
        ballot(packageDigest, seat === "ethics" ? "no" : "yes", `Reasons of ${seat}`),
      );
      expect(cast).toMatchObject({ status: 201, body: { kind: "first", receipt: { proposal: opened } } });
      const again = await ask("POST", `/proposals/${opened}/votes`, {
        ...ballot(packageDigest, seat === "ethics" ? "no" : "yes", `Reasons of ${seat}`),
      });
      expect(again.body, "the same ballot again is the same receipt").toMatchObject({
        kind: "unchanged",
        receipt: cast.body.receipt,
      });
    }
    const chair = members.get("chair") as Ask;
    expect(await chair("POST", `/proposals/${opened}/close`, { body: {} })).toMatchObject({
      status: 200,
      body: { state: "executed", outcome: "approved" },
    });
    const result = await chair("GET", `/proposals/${opened}/result`);
    expect(result).toMatchObject({
      status: 200,
      body: { outcome: "approved", why: { sentence: expect.stringContaining("Passed with 4 yes to 1 no") } },
    });
    expect(await owner("GET", `/models/${reference}`)).toMatchObject({ status: 200, body: { status: "approved" } });
    const entries = (await agency.entriesOf("voting.proposal_closed"))[0];
    expect(entries).toMatchObject({ subject: opened, actor: BOARD.chair.name });
  });

  test("every no is a problem with a code: 400, 401, 403, 404, 409, 422", async () => {
    const stranger = holdTo(description, asStranger(agency.application.address));
    const owner = holdTo(description, await agency.askAs(OWNER));
    const key = await makeKey(await agency.askAs(OWNER), "Reads only", ["registry.read"]);
    const reader = holdTo(description, withKey(agency.application.address, key));
    const spoilt = `${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}`;
    const refusals: (readonly [Answer<unknown>, number, string])[] = [
      [await stranger("GET", "/models"), 401, "kernel.sign_in_required"],
      [await withKey(agency.application.address, spoilt)("GET", "/models"), 401, "kernel.sign_in_required"],
      [await asStranger(agency.application.address)("GET", `/models?key=${key}`), 401, "kernel.sign_in_required"],
      [await reader("POST", "/models", { body: {} }), 403, "kernel.out_of_scope"],
      [await owner("POST", "/people", { body: {} }), 403, "kernel.not_permitted"],
      [await owner("GET", "/models/MDL-00000000"), 404, "kernel.not_found"],
      [await owner("GET", "/models?colour=red"), 400, "kernel.malformed"],
      [await owner("GET", "/models?limit=0"), 422, "kernel.invalid_input"],
      [
        await owner("POST", `/models/${model.reference}/transitions`, { body: { to: "proposed", reason: "Back." } }),
        409,
        "registry.transition_refused",
      ],
    ];
    for (const [answer, status, code] of refusals) {
      expect(answer.headers.get("content-type"), answer.text).toContain("application/problem+json");
      expect(answer.body, answer.text).toMatchObject({ status, code, title: expect.any(String) });
      expect(answer.status).toBe(status);
    }
    expect((await reader("GET", "/models")).status, "within its scopes the key holds").toBe(200);
  });

  test("lists page by cursor, newest first, and every model is met once", async () => {
    const ask = await agency.askAs(AUDITOR);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const path = `/models?limit=200${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: Answer<{ items: { reference: string }[]; nextCursor: string | null }> = await ask("GET", path);
      seen.push(...page.body.items.map(({ reference }) => reference));
      cursor = page.body.nextCursor;
    } while (cursor !== null);
    expect(seen.length).toBe(await agency.count("models"));
    expect(new Set(seen).size).toBe(seen.length);
  });
});
