// The charter from a draft to version 3.0, each step in a browser by a member of the board: what the screen says and what the
// record holds.
import { type Browser, type BrowserContext, expect as expectSoon, type Page, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import { ballot, demoPerson } from "./fixtures/board-room.ts";
import { becomeDemoPerson, findBarriers, findOverflow, isAwake } from "./fixtures/browser.ts";
import { PEOPLE, type Role } from "./fixtures/demo.ts";

// The machine may be busy.
const expect = expectSoon.configure({ timeout: 20_000 });
test.describe.configure({ mode: "serial", timeout: 120_000 });

const VOTERS = ["Ingrid Solberg", "Tomás Herrera", "Priya Raman", "Amara Diallo", "Jonathan Park", "Elena Voss"];
const QUESTIONED = "What the board decides, it answers for.";

let application: Application;
const contexts = new Map<Role, BrowserContext>();
let amendment = "";
let late = "";

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  application = await startApplication("demo");
  for (const role of ["chair", "member", "auditor"] as const) contexts.set(role, await enter(browser, role));
});
test.afterAll(async () => {
  for (const context of contexts.values()) await context.close();
  await application?.stop();
});

async function enter(browser: Browser, role: Role): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await becomeDemoPerson(page, PEOPLE[role], application.address);
  await page.close();
  return context;
}

async function pageOf(role: Role, path: string): Promise<Page> {
  const page = await contexts.get(role)?.newPage();
  if (page === undefined) throw new Error(`${role} has not signed in`);
  await page.goto(`${application.address}${path}`);
  await isAwake(page);
  return page;
}

type Entry = { action: string; subject: string; actor: string | null; details: Record<string, unknown> };
const entriesOf = (action: string) =>
  application.query<Entry>(
    `SELECT e.action, e.subject_reference AS subject, u.name AS actor, (e.leaf::jsonb -> 'details') AS details
     FROM audit_entries e LEFT JOIN users u ON u.id = e.actor_id WHERE e.action = $1 ORDER BY e.number DESC`,
    [action],
  );

const section = (page: Page, name: string) => page.getByRole("region", { name });
const rightOf = (page: Page, kind: string) => page.getByRole("group", { name: kind, exact: true });
const saved = (page: Page) => section(page, "This draft").getByRole("status");
const barrierless = async (page: Page) => {
  expect(await findOverflow(page)).toEqual([]);
  expect(await findBarriers(page)).toEqual([]);
};

test.describe("1. the draft", () => {
  test("[BRD-9] begins as the version in force, says until when it stands, and is saved while it is typed", async () => {
    const page = await pageOf("chair", "/charter");
    await expect(page.getByText(/Version 2\.0, in force, since/u)).toContainText(/review due/u);
    await page.getByRole("link", { name: "Edit the draft" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Draft of version 3.0" })).toBeVisible();
    await expect(saved(page)).toHaveText("Nothing is changed yet.");
    await page.getByRole("textbox", { name: "Purpose" }).fill(QUESTIONED);
    await expect(saved(page)).toHaveText("1 section changed, everything is saved.");
    await expect(section(page, "Purpose").getByText(/Saved, Ingrid Solberg/u)).toBeVisible();
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Purpose" })).toHaveValue(QUESTIONED);
    expect((await entriesOf("board.charter_draft_saved"))[0]).toMatchObject({
      ...{ actor: PEOPLE.chair, details: { section: "purpose" } },
    });
    await page.close();
  });

  test("[BRD-112] every section is saved, also words typed just before the page is left", async () => {
    const page = await pageOf("chair", "/charter/edit");
    await page.getByRole("textbox", { name: "Scope" }).fill("Every model in use\n\nEvery model that is bought");
    await page.getByRole("textbox", { name: "Authority", exact: true }).fill("Approve and withdraw models");
    await page.getByRole("textbox", { name: "Accountability" }).fill("The board answers to the supervisory body.");
    await section(page, "Membership").getByRole("checkbox", { name: "Legal counsel" }).check();
    await section(page, "Ballots").getByRole("radio", { name: "Sealed" }).check();
    await section(page, "Escalation paths").getByLabel("Respond within hours").first().fill("2");
    await section(page, "Constitution").getByRole("button", { name: "Add a principle" }).click();
    await section(page, "Constitution").getByLabel("Principle").last().fill("Proportion");
    await section(page, "Constitution").getByLabel("Definition").last().fill("Effort follows risk.");
    await page.getByRole("textbox", { name: "Amendment" }).fill("Amended by vote.");
    await expect(saved(page)).toHaveText("9 sections changed, everything is saved.");
    await section(page, "Review").getByLabel("Months from taking effect").fill("6");
    await page.getByRole("link", { name: "Board", exact: true }).click();
    await page.waitForURL("**/board");
    await expect
      .poll(async () => (await entriesOf("board.charter_draft_saved"))[0]?.details)
      .toMatchObject({
        section: "reviewEveryMonths",
      });
    await page.goto(`${application.address}/charter/edit`);
    await isAwake(page);
    await expect(section(page, "Review").getByLabel("Months from taking effect")).toHaveValue("6");
    await expect(saved(page)).toHaveText("10 sections changed, everything is saved.");
    await page.close();
  });

  test("[BRD-111] a decimal is asked about and never converted; what no share can be is refused at its field", async () => {
    const page = await pageOf("chair", "/charter/edit");
    const right = rightOf(page, "Model approval");
    for (const [typed, said] of [
      ["0/0", "divides by nothing"],
      ["5/4", "more than the whole"],
      ["-1/2", "less than nothing"],
      ["0.67", "is not a fraction: is 2/3 or 67/100 meant?"],
    ] as const) {
      await right.getByLabel("Share").fill(typed);
      await expect(right.getByText(said)).toBeVisible();
      await expect(right.getByLabel("Share"), "nothing is converted").toHaveValue(typed);
    }
    await barrierless(page);
    await section(page, "This draft").getByRole("link", { name: "Compare and propose" }).click();
    await expect(page.getByRole("button", { name: "Propose this amendment" })).toBeDisabled();
    await right.getByRole("button", { name: "I mean 2/3" }).click();
    await expect(right.getByLabel("Share")).toHaveValue("2/3");
    await expect(right.getByText("If all 7 vote yes or no, 5 must say yes")).toBeVisible();
    await right.getByLabel("Share").fill("4/5");
    await right.getByLabel("Yes must be").selectOption({ label: "at least" });
    await right.getByLabel("Counted over").selectOption({ label: "of all entitled" });
    await expect(right.getByText(/6 of 7 must say yes/u)).toBeVisible();
    await page.close();
  });

  test("[BRD-113] a quorum that nobody on this board can reach stands in the way of proposing", async () => {
    const page = await pageOf("chair", "/charter/edit");
    const least = section(page, "Quorum").getByLabel("Members not recused, at least");
    await least.fill("8");
    await expect(
      section(page, "Quorum")
        .getByText(/nobody could reach|has 7 voting members/u)
        .first(),
    ).toBeVisible();
    await expect(saved(page)).toContainText("stands in the way");
    await expect(page.getByRole("button", { name: "Propose this amendment" })).toBeDisabled();
    await least.fill("3");
    await expect(saved(page)).toHaveText("12 sections changed, everything is saved.");
    await page.close();
  });

  test("[BRD-112] two editors at once: neither loses a word, and who is late chooses", async () => {
    const [mine, theirs] = [await pageOf("chair", "/charter/edit"), await pageOf("member", "/charter/edit")];
    await theirs.getByRole("textbox", { name: "Accountability" }).fill("Written by Amara.");
    await expect(section(theirs, "Accountability").getByText(/Saved, Amara Diallo/u)).toBeVisible();
    await expect(mine.getByRole("textbox", { name: "Accountability" }), "the other sees it").toHaveValue(
      "Written by Amara.",
    );
    await Promise.all([
      mine.getByRole("textbox", { name: "Purpose" }).fill("Decide well, as Ingrid puts it."),
      theirs.getByRole("textbox", { name: "Purpose" }).fill("Decide well, as Amara puts it."),
    ]);
    const conflict = (page: Page) => page.getByRole("alert").filter({ hasText: "changed this section meanwhile" });
    await expect.poll(async () => (await conflict(mine).count()) + (await conflict(theirs).count())).toBe(1);
    const [late, other] = (await conflict(mine).count()) === 1 ? ["Ingrid", "Amara"] : ["Amara", "Ingrid"];
    const page = late === "Ingrid" ? mine : theirs;
    await expect(conflict(page)).toContainText(`Decide well, as ${other} puts it.`);
    await expect(page.getByRole("textbox", { name: "Purpose" })).toHaveValue(`Decide well, as ${late} puts it.`);
    await barrierless(page);
    await conflict(page).getByRole("button", { name: "Save mine over it" }).click();
    await expect(saved(page)).toContainText("everything is saved");
    for (const each of [mine, theirs]) {
      await expect(each.getByRole("textbox", { name: "Purpose" })).toHaveValue(`Decide well, as ${late} puts it.`);
      await each.close();
    }
    const [last, before] = await entriesOf("board.charter_draft_saved");
    expect([last?.details.section, before?.details.section]).toEqual(["purpose", "purpose"]);
    expect(last?.actor).toContain(late);
    expect(before?.actor).toContain(other);
  });
});

test.describe("2. the amendment", () => {
  test("[VOT-130] the draft beside the version in force, proposed without further words", async () => {
    const page = await pageOf("chair", "/charter/edit");
    const difference = section(page, "Version 2.0 and this draft side by side");
    await expect(difference.getByText("More than 1/2 of the voting seats take part")).toHaveCount(0);
    await expect(difference.getByText("At least 3 members are not recused")).toBeVisible();
    await expect(difference.getByText("yes at least 4/5 of all entitled")).toBeVisible();
    await page.getByLabel("What changes, in a sentence").fill("Approvals need four fifths; ballots are sealed");
    await page.getByLabel("Voting hours").fill("2");
    await page.getByRole("button", { name: "Propose this amendment" }).click();
    await page.waitForURL("**/proposals/PRP-*");
    amendment = page.url().split("/").at(-1) ?? "";
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Amend the charter: version 3.0");
    await expect(page.getByText(/3\/4/u).first(), "the rule of the charter in force").toBeVisible();
    await expect(section(page, "What changes").getByText("Ballots are sealed until the close")).toBeVisible();
    await barrierless(page);
    expect((await entriesOf("voting.proposal_opened"))[0]).toMatchObject({
      ...{ subject: amendment, actor: PEOPLE.chair },
      details: { kind: "charter_amendment", ruleVersion: "charter 2.0" },
    });
    await page.goto(`${application.address}/charter`);
    await expect(page.getByText("Before the board:")).toContainText("Amend the charter: version 3.0");
    await page.close();
  });

  test("[VOT-130] a second amendment of the same version goes to the vote beside it", async () => {
    const page = await pageOf("member", "/charter/edit");
    await page.getByRole("textbox", { name: "Scope" }).fill("Every model");
    await expect(saved(page)).toContainText("everything is saved");
    await page.getByLabel("Title").fill("A shorter scope");
    await page.getByLabel("What changes, in a sentence").fill("The scope in one line");
    await page.getByLabel("Voting hours").fill("2");
    await page.getByRole("button", { name: "Propose this amendment" }).click();
    await page.waitForURL("**/proposals/PRP-*");
    late = page.url().split("/").at(-1) ?? "";
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("A shorter scope");
    await page.close();
  });

  test("[VOT-7] a member votes on the screen, the others follow; it passes under the old rule", async () => {
    const page = await pageOf("member", `/proposals/${amendment}`);
    await section(page, "Your vote").getByRole("button", { name: "No" }).click();
    await page.getByRole("dialog").getByLabel("Reasoning").fill("Sealed ballots hide who stands for what.");
    await page.getByRole("button", { name: "Record my no" }).click();
    await expect(page.getByText(/is recorded/u).first()).toBeVisible();
    // 5 of 6 say yes: enough for 3/4 of yes + no, not for the 4/5 of all entitled that the draft asks for elsewhere.
    await castAll(
      amendment,
      VOTERS.filter((name) => name !== PEOPLE.member),
    );
    await castAll(late, VOTERS);
    await closeAtDeadline();
    await page.reload();
    await expect(section(page, "Result")).toContainText(/passed/iu);
    await expect(section(page, "Dissent"), "who said no reads their own reason").toContainText("Sealed ballots hide");
    await page.close();
  });
});

async function castAll(reference: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const member = await demoPerson(application, name);
    const { body } = await member<{ subjectDigest: string }>("GET", `/proposals/${reference}`);
    const answer = await member("POST", `/proposals/${reference}/votes`, ballot(body.subjectDigest));
    expect(answer.status, answer.text).toBe(201);
  }
}

/** When the voting hours are over; what is due closes itself, the earlier one first. */
async function closeAtDeadline(): Promise<void> {
  await application.setClock({ offsetMilliseconds: 2.5 * 3_600_000 });
  await expect
    .poll(async () => (await entriesOf("voting.proposal_closed")).map((entry) => entry.subject), { timeout: 30_000 })
    .toEqual(expect.arrayContaining([amendment, late]));
}

test.describe("3. version 3.0", () => {
  test("[BRD-9] is in force with date, description and the decision that adopted it, and both versions can be read", async () => {
    const page = await pageOf("auditor", "/charter");
    await expect(page.getByText(/Version 3\.0, in force, since/u)).toBeVisible();
    const versions = section(page, "Versions");
    await expect(versions.getByRole("listitem").first()).toContainText(
      /Version 3\.0.*Approvals need four fifths; ballots are sealed, adopted by DEC-/su,
    );
    const adopting = versions.getByRole("link", { name: /^DEC-/u }).first();
    await expect(adopting).toHaveAttribute("href", `/proposals/${amendment}`);
    await versions.getByRole("button", { name: "Show the difference" }).click();
    await page.waitForURL(/version=3/u);
    const difference = section(page, "From version 2.0 to 3.0");
    await expect(difference.getByText("Ballots are open")).toBeVisible();
    await expect(difference.getByText("Proportion: Effort follows risk.")).toBeVisible();
    await barrierless(page);
    await versions.getByLabel("Compare").selectOption({ label: "Version 1.0" });
    await versions.getByRole("button", { name: "Show the difference" }).click();
    await page.waitForURL(/against=1/u);
    const both = section(page, "From version 1.0 to 3.0");
    await expect(both.getByText("Proportion: Effort follows risk.")).toBeVisible();
    await expect(both.getByText("All business units")).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { name: "Decision rights" }).last()).toBeVisible();
    await expect(versions).toBeHidden();
    await expect(page.getByRole("button", { name: "Print the charter" })).toBeHidden();
    await page.close();
  });

  test("[VOT-131] what amended version 2.0 passed as well and is not carried out, and the page says why", async () => {
    const page = await pageOf("chair", `/proposals/${late}`);
    await expect(section(page, "Result")).toContainText("Decided in favour, but not carried out");
    await expect(section(page, "Result")).toContainText("Another version of the charter is in force");
    await page.goto(`${application.address}/charter/edit`);
    await expect(page.getByRole("heading", { level: 1, name: "Draft of version 4.0" })).toBeVisible();
    await expect(saved(page)).toHaveText("1 section changed, everything is saved.");
    const closed = (await entriesOf("voting.proposal_closed")).filter(({ subject }) =>
      [late, amendment].includes(subject),
    );
    expect(
      closed.map(({ subject }) => subject),
      "newest first",
    ).toEqual([late, amendment]);
    await page.close();
  });
});
