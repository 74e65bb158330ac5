// Carries out what all members decide, as acts that `history.ts` puts among the others in the order of time.
import { changeSettings } from "../../lib/governance/identity/operations/change-settings.ts";
import { listComponents } from "../../lib/governance/portfolio/operations/list-components.ts";
import { castBallot } from "../../lib/governance/voting/operations/cast-ballot.ts";
import { closeDueProposal } from "../../lib/governance/voting/operations/close-due-proposal.ts";
import { createProposal } from "../../lib/governance/voting/operations/create-proposal.ts";
import { readProposal } from "../../lib/governance/voting/operations/read-proposal.ts";
import { type Known, MEMBER_STORIES, type MemberStory } from "./member-stories.ts";
import type { DemoWorld } from "./world.ts";

type PlanAct = (hoursAgo: number, run: () => Promise<void>) => void;

export function planMemberStories(world: DemoWorld, at: PlanAct): void {
  for (const story of MEMBER_STORIES) planStory(world, at, story);
}

function planStory(world: DemoWorld, at: PlanAct, story: MemberStory): void {
  const { hoursAgo, votingHours, by, meanwhile } = story;
  let reference = "";
  at(hoursAgo, async () => {
    const { kind, title, description } = story;
    const payload = story.payload(await lookAround(world));
    const proposal = { kind, title, description, payload, votingHours, isDraft: false };
    ({ reference } = await world.act(by, createProposal, proposal));
    await world.advise(reference);
  });
  for (const [index, [voter, choice, reasoning = ""]] of story.ballots.entries()) {
    at(hoursAgo - 1 - index * 1.5, async () => {
      const { subjectDigest } = await world.act(voter, readProposal, { reference });
      await world.act(voter, castBallot, { reference, choice, reasoning, subjectDigest: subjectDigest ?? "" });
    });
  }
  if (meanwhile !== undefined) {
    at(hoursAgo - 30, async () => {
      await world.act(meanwhile.by, changeSettings, { settings: meanwhile.settings });
    });
  }
  if (story.end === "deadline") {
    at(hoursAgo - votingHours, async () => {
      await world.act(null, closeDueProposal, { reference });
    });
  }
}

async function lookAround(world: DemoWorld): Promise<Known> {
  const { items } = await world.act("sofia", listComponents, { limit: 200 });
  const component = (name: string) => {
    const found = items.find((one) => one.name === name);
    if (found === undefined) throw new Error(`The demo has no component \`${name}\``);
    return found.reference;
  };
  return { component, userId: (key) => world.userId(key) };
}
