import { expect, test } from "vitest";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { sayWhyNot } from "./act-words";

const tallyWaitingFor = (voters: number) => ({ waiting: { voters } }) as ProposalView["tally"];
const proposal = { reference: "PRP-7K3M9Q2A", isSealed: false, tally: tallyWaitingFor(2) };
const refused = (code: string, why: string | null = null) => ({ isAllowed: false, code, why });

test.each([
  ["what can be done", { isAllowed: true, code: "voting.allowed", why: null }],
  ["what the roles never include", refused("kernel.not_permitted", "Your roles do not include this")],
  ["a refusal without words", refused("voting.something_new")],
])("%s needs no reason", (_, act) => {
  expect(sayWhyNot(act, proposal)).toBeNull();
});

test.each([
  ["two are waited for", tallyWaitingFor(2), "once the last 2 members have voted;"],
  ["one is waited for", tallyWaitingFor(1), "once the last 1 member has voted;"],
  ["the tally is not to be known", null, "once everybody entitled has voted;"],
])("closing early says when it can be: %s", (_, tally, words) => {
  expect(sayWhyNot(refused("voting.votes_outstanding"), { ...proposal, tally })).toContain(words);
});

test.each([
  ["voting.deadline_passed", "Voting has ended"],
  ["voting.chair_recused", "You are recused"],
  ["voting.cannot_pass", "It could not pass"],
  ["voting.rights_ended", "Your right to vote has ended"],
  ["voting.advice_not_ready", "The chair decides once voting is closed"],
])("%s has words of its own, whatever the server says", (code, words) => {
  expect(sayWhyNot(refused(code, "As the server says it"), proposal)).toContain(words);
});

test("any other reason is the server's, which need not name the page it stands on", () => {
  const act = refused("voting.not_open", "`PRP-7K3M9Q2A` is in state `draft`, not `PRP-00000000`");
  expect(sayWhyNot(act, proposal)).toBe("this proposal is in state draft, not PRP-00000000");
});
