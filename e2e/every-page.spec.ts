// Every page for whom it is made: readable by assistive technology in light and dark, on a desk and on a phone, without
// an error in the console and without a thing that the content security policy had to stop.
import { type BrowserContext, test as base, expect } from "@playwright/test";
import { paths } from "../lib/client/paths.ts";
import { findBarriers, findOverflow, settle, watchForErrors } from "./fixtures/browser.ts";
import { findThings, PEOPLE, type Role, readingIn, signInAs, type Things } from "./fixtures/demo.ts";

type Case = {
  name: string;
  as: readonly Visitor[];
  path: (things: Things) => string;
  /** What the page is called; its title says so too. */
  heading?: RegExp;
  /** A page that answers 403 or 404 also writes that into the console. */
  refuses?: true;
};

const MOST = ["chair", "member", "owner", "admin"] as const;

const CASES: readonly Case[] = [
  { name: "sign-in", as: ["nobody"], path: () => paths.signIn() },
  { name: "sign-in after a refusal", as: ["nobody"], path: () => `${paths.signIn()}?error=CredentialsSignin` },
  { name: "an invitation that does not exist", as: ["nobody"], path: () => paths.invitation("nothing"), refuses: true },
  { name: "dashboard", as: MOST, path: () => paths.home() },
  { name: "models", as: ["owner"], path: () => paths.models.list() },
  {
    name: "models, filtered and sorted",
    as: ["chair"],
    path: () => paths.models.list({ tier: "tier_4_critical", sort: "risk" }),
  },
  { name: "models, none found", as: ["chair"], path: () => paths.models.list({ q: "nothing is called this" }) },
  { name: "register a model", as: ["owner"], path: () => paths.models.register() },
  { name: "a proposed model", as: ["owner"], path: ({ own }) => paths.models.detail(own) },
  { name: "a model under vote", as: ["chair"], path: ({ underVote }) => paths.models.detail(underVote) },
  { name: "an active model", as: ["chair"], path: ({ active }) => paths.models.detail(active) },
  { name: "a suspended model", as: ["chair"], path: ({ suspended }) => paths.models.detail(suspended) },
  {
    name: "a decommissioned model",
    as: ["auditor"],
    path: ({ decommissioned }) => paths.models.detail(decommissioned),
  },
  { name: "edit a model", as: ["owner"], path: ({ own }) => paths.models.edit(own) },
  { name: "submit a model", as: ["owner"], path: ({ own }) => paths.models.submit(own) },
  {
    name: "a decision package",
    as: ["member"],
    path: ({ package: { model, digest } }) => paths.models.package(model, digest),
  },
  { name: "import", as: ["admin"], path: () => paths.models.import() },
  { name: "a model that is not there", as: ["chair"], path: () => paths.models.detail("MDL-00000000"), refuses: true },
  { name: "votes", as: ["chair"], path: () => paths.proposals.list() },
  { name: "votes that are decided", as: ["auditor"], path: () => paths.proposals.list({ group: "decided" }) },
  { name: "votes, narrowed", as: ["chair"], path: () => paths.proposals.list({ group: "open", closingSoon: true }) },
  { name: "the board pack", as: ["recused"], path: () => paths.proposals.pack() },
  { name: "figures on votes", as: ["chair"], path: () => paths.proposals.metrics() },
  { name: "a draft", as: ["admin"], path: ({ draft }) => paths.proposals.detail(draft) },
  { name: "two versions of the charter", as: ["auditor"], path: () => `${paths.charter()}?version=2&against=1` },
  { name: "propose a decision", as: ["owner"], path: () => paths.proposals.create() },
  {
    name: "propose a setting",
    as: ["chair"],
    path: () => paths.proposals.create({ kind: "configuration" }),
  },
  {
    name: "propose to decommission",
    as: ["owner"],
    path: () => paths.proposals.create({ kind: "decommission" }),
  },
  {
    name: "propose to register a component",
    as: ["owner"],
    path: () => paths.proposals.create({ kind: "overlay_registration" }),
  },
  {
    name: "propose a change of a component",
    as: ["chair"],
    path: ({ component }) => paths.proposals.create({ kind: "overlay_update", component }),
  },
  { name: "components", as: ["owner"], path: () => paths.components.list() },
  { name: "a component", as: ["chair"], path: ({ component }) => paths.components.detail(component) },
  {
    name: "a component that is not there",
    as: ["chair"],
    path: () => paths.components.detail("CMP-00000000"),
    refuses: true,
  },
  {
    name: "a decision that could not be carried out",
    as: ["chair"],
    path: ({ notCarriedOut }) => paths.proposals.detail(notCarriedOut),
  },

  { name: "decide as chair", as: ["chair"], path: () => paths.proposals.decide() },
  { name: "decide as chair, by nobody else", as: ["member"], path: () => paths.proposals.decide(), refuses: true },
  {
    name: "a provisional decision",
    as: ["chair"],
    path: ({ provisional }) => paths.proposals.detail(provisional),
  },
  { name: "a ratified decision", as: ["member"], path: ({ ratified }) => paths.proposals.detail(ratified) },
  { name: "a reversed decision", as: ["chair"], path: ({ reversed }) => paths.proposals.detail(reversed) },
  { name: "a vote to cast", as: ["chair"], path: ({ unvoted }) => paths.proposals.detail(unvoted) },
  {
    name: "a vote that was cast",
    as: ["owner"],
    path: ({ voted }) => paths.proposals.detail(voted),
  },
  { name: "a vote one is recused from", as: ["recused"], path: ({ recused }) => paths.proposals.detail(recused) },
  {
    name: "advice that awaits the chair",
    as: ["chair"],
    path: ({ awaitingChair }) => paths.proposals.detail(awaitingChair),
  },
  {
    name: "a conditional approval",
    as: ["member"],
    path: ({ conditional }) => paths.proposals.detail(conditional),
  },
  { name: "a rejection", as: ["owner"], path: ({ rejected }) => paths.proposals.detail(rejected) },
  { name: "a withdrawn proposal", as: ["member"], path: ({ withdrawn }) => paths.proposals.detail(withdrawn) },
  { name: "a deferred proposal", as: ["member"], path: ({ deferred }) => paths.proposals.detail(deferred) },
  { name: "attention", as: ["chair"], path: () => paths.escalations.list() },
  { name: "attention, read only", as: ["auditor"], path: () => paths.escalations.list({ view: "all" }) },
  { name: "attention, held", as: ["owner"], path: () => paths.escalations.list({ view: "held" }) },
  {
    name: "attention, none found",
    as: ["member"],
    path: () => paths.escalations.list({ q: "nothing is called this" }),
  },
  { name: "raise an escalation", as: ["owner"], path: () => paths.escalations.create() },
  { name: "an open escalation", as: ["chair"], path: ({ critical }) => paths.escalations.detail(critical) },
  { name: "a resolved escalation", as: ["auditor"], path: ({ reviewed }) => paths.escalations.detail(reviewed) },
  { name: "a post-incident review", as: ["chair"], path: ({ critical }) => paths.escalations.review(critical) },
  { name: "silences", as: ["chair"], path: () => paths.escalations.silences() },
  {
    name: "an escalation that is not there",
    as: ["member"],
    path: () => paths.escalations.detail("ESC-00000000"),
    refuses: true,
  },
  { name: "board", as: ["chair", "advisor"], path: () => paths.board.overview() },
  { name: "appoint", as: ["admin"], path: () => paths.board.appoint() },
  { name: "a member of the board", as: ["admin"], path: ({ member }) => paths.board.member(member) },
  { name: "rotation plan", as: ["chair"], path: () => paths.board.rotation() },
  { name: "rotation plan for whom it is closed", as: ["owner"], path: () => paths.board.rotation(), refuses: true },
  { name: "quorum forecast", as: ["owner"], path: () => paths.board.forecast() },
  { name: "quorum forecast of a day gone by", as: ["member"], path: () => paths.board.forecast({ on: "2001-01-01" }) },
  { name: "policies", as: ["auditor"], path: () => paths.policies.list() },
  { name: "a policy", as: ["chair"], path: ({ policy }) => paths.policies.detail(policy) },
  { name: "a change of a policy", as: ["member"], path: ({ policyChange }) => paths.proposals.detail(policyChange) },
  { name: "the briefing", as: ["chair", "owner", "auditor"], path: () => paths.briefing() },
  { name: "budgets of attention", as: ["chair", "member"], path: () => paths.budgets() },
  { name: "budgets that are used up", as: ["admin"], path: () => paths.budgets({ use: "up", level: "venture" }) },
  { name: "figures on escalations", as: ["chair"], path: () => paths.escalations.metrics() },
  { name: "rules of escalations", as: ["chair", "auditor"], path: () => paths.escalations.rules() },
  { name: "the tree of portfolios", as: ["admin", "owner"], path: () => paths.portfolio.tree() },
  { name: "the tree, narrowed", as: ["member"], path: () => paths.portfolio.tree({ q: "assistant" }) },
  { name: "a portfolio", as: ["chair"], path: ({ portfolio }) => paths.portfolio.detail(portfolio) },
  { name: "a venture", as: ["chair", "owner"], path: ({ venture }) => paths.ventures.detail(venture) },
  { name: "create a venture", as: ["admin"], path: () => paths.ventures.create() },
  { name: "create a venture, by nobody else", as: ["owner"], path: () => paths.ventures.create(), refuses: true },
  { name: "edit a venture", as: ["chair"], path: ({ venture }) => paths.ventures.edit(venture) },
  {
    name: "a venture that is not there",
    as: ["chair"],
    path: () => paths.ventures.detail("VNT-00000000"),
    refuses: true,
  },
  { name: "acceptances and exceptions", as: ["owner"], path: () => paths.grants.list() },
  { name: "a risk acceptance", as: ["chair"], path: ({ acceptance }) => paths.grants.detail(acceptance) },
  { name: "an exception", as: ["member"], path: ({ exception }) => paths.grants.detail(exception) },

  {
    name: "an alleged conflict of interest",
    as: ["chair", "advisor"],
    path: ({ allegation }) => paths.board.allegation(allegation),
  },
  { name: "charter", as: ["member"], path: () => paths.charter() },
  { name: "the draft of the charter", as: ["member"], path: () => paths.charterDraft() },
  { name: "audit", as: ["auditor"], path: () => paths.audit.list() },
  { name: "an entry of the record", as: ["auditor"], path: () => paths.audit.entry(7) },
  { name: "check a receipt", as: ["owner"], path: () => paths.audit.check() },
  { name: "audit for whom it is closed", as: ["owner"], path: () => paths.audit.list(), refuses: true },
  { name: "people", as: ["admin"], path: () => paths.people.list() },
  { name: "invite", as: ["admin"], path: () => paths.people.invite() },
  { name: "a person", as: ["admin"], path: ({ person }) => paths.people.detail(person) },
  { name: "follow-ups", as: ["owner"], path: () => paths.actions() },
  { name: "notifications", as: ["chair"], path: () => paths.notifications() },
  { name: "settings", as: ["admin"], path: () => paths.settings.organization() },
  { name: "own account", as: ["member"], path: () => paths.settings.account() },
  { name: "own keys", as: ["owner"], path: () => paths.settings.keys() },
  { name: "the interface for machines", as: ["member"], path: () => paths.apiDocs() },
];

type Visitor = Role | "nobody";
type Worker = { browserOf: (visitor: Visitor) => Promise<BrowserContext>; things: Things };

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

const test = base.extend<object, { demo: Worker }>({
  demo: [
    async ({ browser }, use) => {
      const baseURL = process.env.JOURNEY_BASE_URL ?? "";
      const open = async (visitor: Visitor) => {
        const context = await browser.newContext({ baseURL, viewport: DESK, colorScheme: "light" });
        if (visitor !== "nobody") await signInAs(context, visitor);
        return context;
      };
      const known = new Map<Visitor, Promise<BrowserContext>>();
      // Kept from page to page, as people do: the scripts that all pages share are read once.
      const browserOf = (visitor: Visitor) => {
        const context = known.get(visitor) ?? open(visitor);
        known.set(visitor, context);
        return context;
      };
      const [chair, recused, admin] = await Promise.all([browserOf("chair"), browserOf("recused"), browserOf("admin")]);
      const things = await findThings(readingIn(chair), readingIn(recused), readingIn(admin));
      await use({ browserOf, things });
      for (const context of known.values()) await (await context).close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

test.describe.configure({ mode: "parallel" });

for (const { name, as, path, refuses } of CASES) {
  for (const role of as) {
    test(`${name}, as ${role === "nobody" ? "nobody" : PEOPLE[role]}`, async ({ demo }) => {
      const page = await (await demo.browserOf(role)).newPage();
      const errors = await watchForErrors(page);
      const answer = await page.goto(path(demo.things));
      expect(answer?.status(), "the page answers").toBeLessThan(refuses ? 500 : 400);
      await settle(page);
      await expect(page, "the page has a title").toHaveTitle(/\S/u);
      await expect(page.getByRole("heading", { level: 1 }), "one first heading").toHaveCount(1);
      expect.soft(await findOverflow(page), "fits a desk").toEqual([]);
      expect.soft(await findBarriers(page), "barriers on a desk in light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await page.setViewportSize(PHONE);
      await expect(page.locator("html")).toHaveClass(/dark/u);
      await settle(page);
      expect.soft(await findOverflow(page), "fits a phone").toEqual([]);
      expect.soft(await findBarriers(page), "barriers on a phone in dark").toEqual([]);
      const expected = /the server responded with a status of 40[34]/u;
      const unexpected = errors.seen.filter((text) => !(refuses && expected.test(text)));
      expect(unexpected, "errors of the page").toEqual([]);
      await page.close();
    });
  }
}
