// Two people at the same vote: what one does, the other sees without asking, and nothing that is being typed is lost.
import { expect, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import { ballot, demoPerson, registerModel, submitModel } from "./fixtures/board-room.ts";
import { becomeDemoPerson } from "./fixtures/browser.ts";
import type { Ask } from "./fixtures/machine.ts";

let application: Application;
let owner: Ask;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  application = await startApplication("demo");
  owner = await demoPerson(application, "Mira Okafor");
});
test.afterAll(() => application?.stop());

test("a ballot of one moves the tally of the other, and a reasoning being typed stays", async ({ browser }) => {
  const model = await registerModel(owner, "Live tally", "tier_3_high");
  const { proposal } = await submitModel(owner, model);
  const [chair, member] = await Promise.all([browser.newPage(), browser.newPage()]);
  await becomeDemoPerson(chair, "Ingrid Solberg", application.address);
  await becomeDemoPerson(member, "Tomás Herrera", application.address);
  for (const page of [chair, member]) await page.goto(`${application.address}/proposals/${proposal}`);
  await expect(member.getByText(/Not voted yet \(7\)/u)).toBeVisible();
  await member.evaluate(() => {
    Object.assign(window, { untouched: true });
  });
  await member.getByRole("region", { name: "Your vote" }).getByRole("button", { name: "No" }).click();
  const typed = "Half a thought about the sample of last spring";
  await member.getByLabel("Reasoning").fill(typed);

  await chair.getByRole("region", { name: "Your vote" }).getByRole("button", { name: "Yes" }).click();
  await chair.getByRole("dialog").getByLabel("Reasoning").fill("The sample holds.");
  await chair.getByRole("dialog").getByRole("button", { name: "Record my yes" }).click();
  await expect(chair.getByText(/is recorded/u).first()).toBeVisible();

  // The dialog hides what lies below from assistive technology, not from the eye.
  await expect(member.getByText(/Not voted yet \(6\)/u)).toBeVisible({ timeout: 15_000 });
  await expect(member.getByText("The sample holds.")).toBeVisible();
  await expect(member.getByLabel("Reasoning"), "what was being typed stays").toHaveValue(typed);
  expect(await member.evaluate(() => "untouched" in window), "the page was not loaded again").toBe(true);
  await member.getByRole("button", { name: "Record my no" }).click();
  await expect(member.getByText(/is recorded/u).first()).toBeVisible();
  await expect(chair.getByText(typed)).toBeVisible({ timeout: 15_000 });
  await Promise.all([chair.context().close(), member.context().close()]);
});

test("[VOT-8] a vote that ends while somebody types says so and keeps the words", async ({ page }) => {
  const model = await registerModel(owner, "Live end", "tier_3_high");
  const { proposal } = await submitModel(owner, model);
  await becomeDemoPerson(page, "Tomás Herrera", application.address);
  await page.goto(`${application.address}/proposals/${proposal}`);
  await page.getByRole("region", { name: "Your vote" }).getByRole("button", { name: "Abstain" }).click();
  await page.getByLabel("Reasoning").fill("I was about to say something");
  const gone = await owner("POST", `/proposals/${proposal}/withdraw`, { body: { reason: "A mistake in the sample." } });
  expect(gone.status, gone.text).toBe(200);
  await expect(page.getByText("No vote can be recorded now")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByLabel("Reasoning")).toHaveValue("I was about to say something");
  await expect(page.getByRole("button", { name: /^Record my/u })).toBeDisabled();
});

test("the stream tells areas and references, and nothing of what was said", async () => {
  const model = await registerModel(owner, "Live stream", "tier_3_high");
  const submitted = await submitModel(owner, model);
  const chair = await demoPerson(application, "Ingrid Solberg");
  const stream = new AbortController();
  const answer = await fetch(`${application.address}/api/governance/stream`, {
    headers: { authorization: `Bearer ${chair.key}` },
    signal: stream.signal,
  });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const cast = chair(
    "POST",
    `/proposals/${submitted.proposal}/votes`,
    ballot(submitted.packageDigest, "no", "Secret words"),
  );
  let heard = "";
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  while (!heard.includes(submitted.proposal)) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    heard += part.value;
  }
  stream.abort();
  expect((await cast).status).toBe(201);
  const events = heard
    .split("\n")
    .filter((line) => line.startsWith("data: "))
    .map((line) => Object.keys(JSON.parse(line.slice(6))).sort());
  expect(events.length).toBeGreaterThan(0);
  for (const keys of events) expect(keys).toEqual(["area", "change", "reference"]);
  expect(heard).not.toContain("Secret words");
});
