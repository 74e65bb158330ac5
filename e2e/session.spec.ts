// Who is let in, who is shown out, and what every answer carries.
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { type Application, startApplication } from "../lib/testing/journey.ts";
import { enterPassword, pressDemoPerson, signIn } from "./fixtures/browser.ts";
import { ADMIN, foundOrganization, PASSWORD } from "./fixtures/founding.ts";
import { asStranger, send, withCookie } from "./fixtures/machine.ts";

test.describe("with a password", () => {
  test.describe.configure({ mode: "serial" });
  let application: Application;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(120_000);
    application = await startApplication("empty");
    const page = await browser.newPage();
    await foundOrganization(page, application.address);
    await page.context().close();
  });
  test.afterAll(() => application?.stop());

  const actions = async () => {
    const rows = await application.query<{ action: string; outcome: string }>(
      "SELECT action, outcome FROM audit_entries ORDER BY number DESC LIMIT 20",
    );
    return rows.map(({ action }) => action);
  };
  const cookieOf = async (context: BrowserContext) => {
    const cookies = await context.cookies(application.address);
    return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  };
  const problemOn = (page: Page) => page.getByRole("alert").filter({ hasText: /\S/u }).first();

  test("[ORG-6] there is no account but the one that was founded, and no person picker", async ({ page }) => {
    await page.goto(`${application.address}/sign-in`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
    await expect(page.getByText("Sign in with a password")).toHaveCount(0);
    expect(await application.query("SELECT email FROM users")).toEqual([{ email: ADMIN.email }]);
    await page.goto(`${application.address}/first-run`);
    await page.waitForURL("**/sign-in");
    const demo = await send(`${application.address}/api/auth/providers`);
    expect(Object.keys(demo.body)).not.toContain("demo");
  });

  test("a wrong password and an unknown address get the same answer", async ({ page }) => {
    await page.goto(`${application.address}/sign-in`);
    const answers: string[] = [];
    for (const given of [
      { email: ADMIN.email, password: "not the password at all" },
      { email: "nobody@northwind.example", password: PASSWORD },
    ]) {
      await enterPassword(page, given);
      await expect(problemOn(page)).toContainText("That did not match");
      answers.push((await problemOn(page).textContent()) ?? "");
      await expect(page.getByLabel("E-mail"), "what was typed stays").toHaveValue(given.email);
    }
    expect(answers[0]).toBe(answers[1]);
    expect((await actions()).filter((action) => action === "identity.sign_in_refused")).toHaveLength(2);
  });

  test("an empty form says what is missing and asks nobody", async ({ page }) => {
    await page.goto(`${application.address}/sign-in`);
    await enterPassword(page, { email: "", password: "" });
    await expect(page.getByText("Enter your e-mail address")).toBeVisible();
    await expect(page.getByText("Enter your password")).toBeVisible();
  });

  test("leads back to the page that was asked for, and never to another site", async ({ page }) => {
    await page.goto(`${application.address}/models?sort=risk`);
    await page.waitForURL("**/sign-in?from=**");
    await enterPassword(page, { email: ADMIN.email, password: PASSWORD });
    await page.waitForURL("**/models?sort=risk");
    for (const elsewhere of ["https://example.org/", "//example.org", "/\\example.org", "/%09/example.org"]) {
      await page.goto(`${application.address}/sign-in?from=${encodeURIComponent(elsewhere)}`);
      await page.waitForURL(`${application.address}/**`);
      expect(new URL(page.url()).host).toBe(new URL(application.address).host);
    }
  });

  test("signing out ends the session itself, not only the cookie", async ({ page, context }) => {
    await signIn(page, application.address, { email: ADMIN.email, password: PASSWORD });
    const kept = withCookie(application.address, await cookieOf(context));
    expect((await kept("GET", "/account")).status).toBe(200);
    await page
      .getByRole("button", { name: /Your menu/u })
      .first()
      .click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    const answer = await kept("GET", "/account");
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe("kernel.sign_in_required");
    expect((await actions())[0]).toBe("identity.signed_out");
  });

  test("a session ended in the settings is over at once in the other browser", async ({ browser, page }) => {
    const elsewhere = await browser.newContext({ userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" });
    const other = await elsewhere.newPage();
    await signIn(other, application.address, { email: ADMIN.email, password: PASSWORD });
    await signIn(page, application.address, { email: ADMIN.email, password: PASSWORD });
    await page.goto(`${application.address}/settings/account`);
    await page
      .getByRole("button", { name: /End the session in .*Firefox/u })
      .first()
      .click();
    await expect(page.getByText("Session ended")).toBeVisible();
    await other.goto(`${application.address}/models`);
    await other.waitForURL("**/sign-in**");
    expect(await actions()).toContain("identity.sessions_ended");
    await elsewhere.close();
  });

  test("a cookie that was tampered with is nobody's", async ({ page, context }) => {
    await signIn(page, application.address, { email: ADMIN.email, password: PASSWORD });
    const cookie = await cookieOf(context);
    const changed = cookie.replace(/(next-auth\.session-token=.{40})./u, (_, kept) => `${kept}!`);
    expect(changed).not.toBe(cookie);
    expect((await withCookie(application.address, changed)("GET", "/account")).status).toBe(401);
  });

  test("guessing is slowed down, for that address alone, and recorded once", async ({ page }) => {
    await page.goto(`${application.address}/sign-in`);
    const guess = { email: "guessed@northwind.example", password: "guess" };
    for (let tries = 0; tries < 12; tries += 1) {
      const answered = page.waitForResponse((answer) => answer.url().includes("/callback/password"));
      await enterPassword(page, guess);
      await answered;
      await expect(page.getByRole("button", { name: "Sign in", exact: true })).not.toHaveAttribute("aria-busy", "true");
    }
    await expect(problemOn(page)).toContainText("Too many tries");
    expect((await actions()).filter((action) => action === "identity.sign_in_throttled")).toHaveLength(1);
    await enterPassword(page, { email: ADMIN.email, password: PASSWORD });
    await page.waitForURL("**/dashboard");
  });
});

test.describe("the demo", () => {
  test("offers its people, and says that everything is made up", async ({ page }) => {
    await page.goto("/sign-in");
    await expect(page.getByText("everything in it is made up")).toBeVisible();
    await pressDemoPerson(page, "Ingrid Solberg");
    await expect(page.getByRole("button", { name: /Ingrid Solberg/u }).first()).toBeVisible();
    await page.goto("/sign-in");
    await page.waitForURL("**/dashboard");
  });

  test("everything can be reached by keyboard: the skip link, the command menu, the list", async ({ page }) => {
    await pressDemoPerson(page, "Ingrid Solberg");
    await page.goto("/dashboard");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "Go to or do" })).toBeVisible();
    await page.keyboard.type("charter");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/charter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

test.describe("what every answer carries", () => {
  const EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
  };

  test("a policy with a fresh nonce and nothing unsafe for scripts", async ({ page }) => {
    const nonces = new Set<string>();
    for (let visits = 0; visits < 2; visits += 1) {
      const answer = await page.goto("/sign-in");
      const headers = answer?.headers() ?? {};
      expect(headers).toMatchObject(EVERYWHERE);
      expect(headers["x-powered-by"]).toBeUndefined();
      const policy = headers["content-security-policy"] ?? "";
      const scripts = /script-src ([^;]+)/u.exec(policy)?.[1] ?? "";
      expect(scripts).not.toMatch(/unsafe-(inline|eval)/u);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("object-src 'none'");
      nonces.add(/'nonce-([^']{20,})'/u.exec(scripts)?.[1] ?? "none");
      expect(await page.locator("script:not([nonce])").count(), "no script without the nonce").toBe(0);
    }
    expect(nonces.size, "a nonce is used once").toBe(2);
  });

  test("the session's cookie is out of reach of scripts and of other sites", async ({ page, context }) => {
    await pressDemoPerson(page, "Peter Nakamura");
    const cookie = (await context.cookies()).find(({ name }) => name.endsWith("session-token"));
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  });

  test("answers for machines too, and they are never kept", async ({ baseURL }) => {
    const answer = await asStranger(baseURL ?? "")("GET", "/models");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.body.requestId).toMatch(/^[0-9a-f-]{36}$/u);
    for (const [name, value] of Object.entries(EVERYWHERE)) expect(answer.headers.get(name)).toBe(value);
    const page = await send(`${baseURL}/models`);
    expect(page.status, "a page sends strangers to the sign-in").toBe(307);
  });
});
