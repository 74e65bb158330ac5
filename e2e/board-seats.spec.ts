// A board sees to its future: a term is renewed, successors are named, a missing quorum is seen coming, and silence shows.
import { expect, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import { demoPerson } from "./fixtures/board-room.ts";
import { becomeDemoPerson, findBarriers, settle } from "./fixtures/browser.ts";

let application: Application;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  application = await startApplication("demo");
});
test.afterAll(() => application?.stop());

const actsNamed = (action: string) =>
  application.query<{ leaf: string }>("SELECT leaf FROM audit_entries WHERE action = $1 ORDER BY number DESC", [
    action,
  ]);

test("[BRD-140] [BRD-141] an admin renews a term that ends soon; a term that ends before it starts is said at its field", async ({
  page,
}) => {
  await becomeDemoPerson(page, "Sofia Lindqvist", application.address);
  await page.goto(`${application.address}/board`);
  const expiring = page.getByRole("region", { name: "Terms that end within 90 days" });
  await expect(expiring.getByText("Renewed: goes on without a gap.")).toHaveCount(1);
  const term = expiring.getByRole("listitem").filter({ hasText: "David Ives" });
  await term.getByRole("button", { name: "Renew" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("New term ends").fill("2020-01-01");
  await dialog.getByRole("button", { name: "Renew the term" }).click();
  await expect(dialog.getByText(/it ends before it begins/u)).toBeVisible();
  await expect(dialog.getByLabel("New term ends")).toHaveValue("2020-01-01");
  await dialog.getByLabel("New term ends").fill("");
  await dialog.getByRole("button", { name: "Renew the term" }).click();
  await expect(page.getByText("Term renewed")).toBeVisible();
  await expect(expiring.getByText("Renewed: goes on without a gap.")).toHaveCount(2);
  const [act] = await actsNamed("board.seat_renewed");
  expect(JSON.parse(act?.leaf ?? "{}")).toMatchObject({ details: { role: "data_steward" } });
  await page.getByRole("link", { name: "David Ives" }).first().click();
  await expect(page.getByText(/Renewed until/u)).toBeVisible();
  await expect(page.getByRole("button", { name: "Renew" })).toHaveCount(0);
});

test("[BRD-145] [BRD-146] the chair names who could follow; the plan says what stands in the way", async ({ page }) => {
  await becomeDemoPerson(page, "Ingrid Solberg", application.address);
  await page.goto(`${application.address}/board/rotation`);
  const chair = page.getByRole("list", { name: "Named to follow as chair" });
  await expect(chair.getByText(/cannot be seated as chair until somebody else does/u)).toBeVisible();
  await page.getByRole("button", { name: "Name somebody who could follow as risk officer" }).click();
  const dialog = page.getByRole("dialog");
  await settle(page);
  expect(await findBarriers(page), "barriers in the dialog").toEqual([]);
  await dialog.getByLabel("Person 1", { exact: true }).selectOption({ label: "Peter Nakamura (Internal audit)" });
  await dialog.getByLabel("Note").fill("Knows every control by name.");
  await dialog.getByRole("button", { name: "Add a person" }).click();
  await dialog.getByLabel("Person 2", { exact: true }).selectOption({ label: "Peter Nakamura (Internal audit)" });
  await dialog.getByRole("button", { name: "Save the plan" }).click();
  await expect(dialog.getByText("Named already, further up; choose somebody else")).toBeVisible();
  await dialog.getByRole("button", { name: "Remove person 2" }).click();
  await dialog.getByRole("button", { name: "Save the plan" }).click();
  await expect(page.getByText("Rotation plan saved")).toBeVisible();
  const named = page.getByRole("list", { name: "Named to follow as risk officer" });
  await expect(named.getByText("Knows every control by name.")).toBeVisible();
  const [act] = await actsNamed("board.rotation_planned");
  expect(JSON.parse(act?.leaf ?? "{}")).toMatchObject({ details: { role: "risk_officer", revision: 1, before: [] } });
  expect(act?.leaf).not.toContain("Knows every control");
});

test("[BRD-149] [BRD-151] the forecast works without script, keeps its question in the address and says a bad day", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: application.address });
  const signing = await context.newPage();
  await becomeDemoPerson(signing, "Priya Raman", application.address);
  const bare = await browser.newContext({
    baseURL: application.address,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const page = await bare.newPage();
  await page.goto("/board/forecast");
  await expect(page.getByText(/A quorum can be reached on/u)).toBeVisible();
  for (const name of ["Ingrid Solberg", "Tomás Herrera", "Elena Voss", "Jonathan Park"]) {
    await page.getByRole("checkbox", { name }).check();
  }
  await page.getByRole("button", { name: "Look ahead" }).click();
  await expect(page).toHaveURL(/recused=MBR-.*recused=MBR-.*recused=MBR-.*recused=MBR-/u);
  await expect(
    page.getByText(/are recused: no quorum on .* 3 of 7 voting members can take part, and 4 must/u),
  ).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Elena Voss" })).toBeChecked();
  await page.goto("/board/forecast?on=2001-01-01");
  await expect(page.getByText(/Choose a day from/u)).toBeVisible();
  await Promise.all([bare.close(), context.close()]);
});

test("[BRD-153] the chair sees who missed three votes in a row, an owner of models does not", async ({
  page,
  browser,
}) => {
  await becomeDemoPerson(page, "Ingrid Solberg", application.address);
  await page.goto(`${application.address}/board`);
  const missed = page.getByRole("region", { name: "Missed votes" });
  await missed.getByRole("link", { name: "David Ives" }).click();
  await expect(page.getByText(/Missed the last \d+:/u)).toBeVisible();
  const owner = await browser.newPage();
  await becomeDemoPerson(owner, "Mira Okafor", application.address);
  await owner.goto(`${application.address}/board`);
  await expect(owner.getByRole("heading", { name: "Board", level: 1 })).toBeVisible();
  await expect(owner.getByRole("region", { name: "Missed votes" })).toHaveCount(0);
  await expect(owner.getByRole("columnheader", { name: "Ballots cast" })).toHaveCount(0);
  await owner.close();
});

type Members = { items: { reference: string; name: string; state: string }[] };
type Named = { revision: number; candidates: { outcome: string }[] };

test("[BRD-141] [BRD-145] [BRD-151] [BRD-152] the same over HTTP, with the field of each refusal", async () => {
  const [admin, chair, owner] = await Promise.all(
    ["Sofia Lindqvist", "Ingrid Solberg", "Mira Okafor"].map((name) => demoPerson(application, name)),
  );
  if (admin === undefined || chair === undefined || owner === undefined) throw new Error("the demo lacks people");
  const { body } = await chair<Members>("GET", "/board/members?limit=50&state=in_office");
  const seatOf = (name: string) => body.items.find((item) => item.name === name)?.reference ?? "";

  const renewals = `/board/members/${seatOf("Jonathan Park")}/renewals`;
  const tooShort = await admin("POST", renewals, { body: { termEndOn: "2026-12-01" } });
  expect([tooShort.status, tooShort.body.errors[0]?.path]).toEqual([422, "termEndOn"]);
  expect((await admin("POST", renewals, { body: {} })).status).toBe(201);
  const again = await admin("POST", renewals, { body: {} });
  expect([again.status, again.body.code]).toEqual([409, "board.already_renewed"]);
  expect((await chair("POST", renewals, { body: {} })).status).toBe(403);

  const plan = { revision: 0, candidates: [{ userId: owner.userId, note: "Owns models" }] };
  const kept = await chair<Named>("PUT", "/board/rotation/legal_counsel", { body: plan });
  expect([kept.status, kept.body.revision, kept.body.candidates[0]?.outcome]).toEqual([200, 1, "suitable"]);
  const stale = await admin("PUT", "/board/rotation/legal_counsel", { body: plan });
  expect([stale.status, stale.body.code]).toEqual([409, "board.rotation_changed_meanwhile"]);
  const nobody = { revision: 1, candidates: [{ userId: "0b0e7a52-8a6f-4a52-9d4f-0a4b6b1b7a11" }] };
  const unknown = await chair("PUT", "/board/rotation/legal_counsel", { body: nobody });
  expect([unknown.status, unknown.body.errors[0]?.path]).toEqual([422, "candidates.0.userId"]);
  expect((await chair("PUT", "/board/rotation/treasurer", { body: plan })).status).toBe(422);
  expect((await owner("GET", "/board/rotation")).status).toBe(403);

  const recused = ["Priya Raman", "Elena Voss"].map((name) => `recused=${seatOf(name)}`).join("&");
  const forecast = await owner<{ available: number; votingSeats: number }>("GET", `/board/forecast?${recused}`);
  expect([forecast.status, forecast.body.available, forecast.body.votingSeats]).toEqual([200, 5, 7]);
  const past = await owner("GET", "/board/forecast?on=2001-01-01");
  expect([past.status, past.body.errors[0]?.path]).toEqual([422, "on"]);

  const attendance = await chair<{ members: { name: string; isFlagged: boolean }[] }>("GET", "/board/attendance");
  expect(attendance.body.members.filter((member) => member.isFlagged).map(({ name }) => name)).toEqual(["David Ives"]);
  expect((await owner("GET", "/board/attendance")).status).toBe(403);
});
