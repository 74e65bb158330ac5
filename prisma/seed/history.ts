// Carries the stories out, act by act in the order of time.
import { addHours } from "../../lib/governance/kernel/calendar.ts";
import { markAllRead } from "../../lib/governance/notifications/operations/mark-all-read.ts";
import { listPolicies } from "../../lib/governance/policy/operations/list-policies.ts";
import { saveScorecardDraft } from "../../lib/governance/registry/operations/save-scorecard-draft.ts";
import { transitionModel } from "../../lib/governance/registry/operations/transition-model.ts";
import { allegeConflict } from "../../lib/governance/voting/operations/allege-conflict.ts";
import { answerAllegation } from "../../lib/governance/voting/operations/answer-allegation.ts";
import { castBallot } from "../../lib/governance/voting/operations/cast-ballot.ts";
import { closeDueProposal } from "../../lib/governance/voting/operations/close-due-proposal.ts";
import { createProposal } from "../../lib/governance/voting/operations/create-proposal.ts";
import { decideAdvised } from "../../lib/governance/voting/operations/decide-advised.ts";
import { decideAsChair } from "../../lib/governance/voting/operations/decide-as-chair.ts";
import { declareConflict } from "../../lib/governance/voting/operations/declare-conflict.ts";
import { flagMissedVotes } from "../../lib/governance/voting/operations/flag-missed-votes.ts";
import { readProposal } from "../../lib/governance/voting/operations/read-proposal.ts";
import { recuseMember } from "../../lib/governance/voting/operations/recuse-member.ts";
import { ruleOnAllegation } from "../../lib/governance/voting/operations/rule-on-allegation.ts";
import { submitModel } from "../../lib/governance/voting/operations/submit-model.ts";
import { withdrawProposal } from "../../lib/governance/voting/operations/withdraw-proposal.ts";
import { RATIFICATION_HOURS } from "../../lib/governance/voting/ratification.ts";
import { planAttention, sweepUntil } from "./attention.ts";
import { CONFLICTS, type Conflict } from "./conflicts.ts";
import { draftDecommission, proposeScope } from "./desk.ts";
import { MODELS } from "./inventory.ts";
import { planMemberStories } from "./member-history.ts";
import { toScores } from "./scorecards.ts";
import { STORIES } from "./stories.ts";
import {
  type BoardDecision,
  CHOICES,
  type ChairDecision,
  type ScopeAmendment,
  type StatusProposal,
  type Story,
  type Submission,
  VOTERS,
  type Voted,
} from "./story.ts";

import { nameSuccessors, renewEthics } from "./succession.ts";
import type { DemoWorld } from "./world.ts";

type Act = { readonly at: Date; readonly run: () => Promise<void> };

/** Reads what happened to older acts so that the bell of a new visitor shows only what is new. */
const NOTICES_READ_HOURS_AGO = 100;

export class DemoHistory {
  private readonly acts: Act[] = [];
  private readonly world: DemoWorld;
  private readonly references: ReadonlyMap<string, string>;

  constructor(world: DemoWorld, references: ReadonlyMap<string, string>, ventures: ReadonlyMap<string, string>) {
    this.world = world;
    this.references = references;
    for (const story of STORIES) this.plan(story);
    planMemberStories(world, (hoursAgo, run) => this.at(hoursAgo, run));

    this.at(210, () => renewEthics(world));
    this.at(186, () => nameSuccessors(world));

    for (const story of CONFLICTS) this.planConflict(story);
    for (const { hoursAgo, run } of planAttention(world, ventures, (key) => this.reference(key)))
      this.at(hoursAgo, run);
    this.at(NOTICES_READ_HOURS_AGO, async () => {
      for (const key of [...VOTERS, "noor", "mira", "lukas", "hanna", "sofia", "yusuf"])
        await world.act(key, markAllRead, {});
    });
    this.at(30, async () => {
      const { performance_metrics, documentation, business_justification } = toScores(this.model("forms"), 0.82);
      const scores = { performance_metrics, documentation, business_justification };
      await world.act("hanna", saveScorecardDraft, { reference: this.reference("forms"), scores });
    });
  }

  async run(): Promise<void> {
    const inOrder = this.acts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    for (const { at, run } of inOrder) {
      await sweepUntil(this.world, at);
      await this.world.setClock(at);
      await run();
    }
    await sweepUntil(this.world, this.world.today);
  }

  private at(hoursAgo: number, run: () => Promise<void>): void {
    this.acts.push({ at: addHours(this.world.today, -hoursAgo), run });
  }

  private model(key: string) {
    const found = MODELS.find((model) => model.key === key);
    if (found === undefined) throw new Error(`The demo has no model \`${key}\``);
    return found;
  }

  private reference(key: string): string {
    const found = this.references.get(key);
    if (found === undefined) throw new Error(`The model \`${key}\` is not registered`);
    return found;
  }

  private plan(story: Story): void {
    switch (story.kind) {
      case "submission":
        this.planSubmission(story);
        break;
      case "transition":
        this.at(story.hoursAgo, async () => {
          const { model, to, reason } = story;
          await this.world.act(story.by, transitionModel, { reference: this.reference(model), to, reason });
        });
        break;
      case "decision":
        this.planDecision(story);
        break;
      case "scope_amendment":
        this.planAmendment(story);
        break;
      case "draft":
        this.at(story.hoursAgo, () => draftDecommission(this.world, this.reference(story.model), story));
        break;
      case "chair":
        this.planChairDecision(story);
        break;
      default:
        this.planStatusProposal(story);
    }
  }

  private planConflict(story: Conflict): void {
    this.at(story.hoursAgo, async () => {
      const { alleged, answer, dismissed } = story;
      const about = { reference: await this.world.seatOf(story.member), kind: "vendor" as const, vendor: story.vendor };
      if (alleged === undefined) {
        await this.world.act(story.member, declareConflict, { ...about, reason: story.reason });
        return;
      }
      const { by, evidence } = alleged;
      const { reference } = await this.world.act(by, allegeConflict, { ...about, reason: story.reason, evidence });
      if (answer !== undefined) await this.world.act(story.member, answerAllegation, { reference, statement: answer });
      if (dismissed === undefined) return;
      const ruling = { reference, ruling: "dismissed" as const, reason: dismissed };
      await this.world.act("ingrid", ruleOnAllegation, ruling);
    });
  }

  private planSubmission(story: Submission): void {
    const model = this.model(story.model);
    const votingHours = story.votingHours ?? 72;
    const open = { proposal: "" };
    this.at(story.hoursAgo, async () => {
      const answer = await this.world.act(model.owner, submitModel, {
        reference: this.reference(story.model),
        scores: toScores(model, story.quality, story.weak),
        conditions: [...(story.conditions ?? [])],
        votingHours,
      });
      open.proposal = answer.proposal ?? "";
      if (answer.proposal !== null) await this.world.advise(answer.proposal);
    });
    if (story.end === undefined) return;
    if (story.recuse !== undefined) {
      const { member, reason } = story.recuse;
      this.at(story.hoursAgo - 1, async () => {
        await this.world.act(member, recuseMember, { reference: open.proposal, reason });
      });
    }
    this.planBallots(open, story);
    if (story.end === "deadline") this.planClose(open, story.hoursAgo - votingHours);
    if (typeof story.end === "object") {
      const { withdrawnAfterHours, reason } = story.end;
      this.at(story.hoursAgo - withdrawnAfterHours, async () => {
        await this.world.act(model.owner, withdrawProposal, { reference: open.proposal, reason });
      });
    }
    if (story.advised !== undefined) {
      const { decision, reason, afterHours } = story.advised;
      this.at(story.hoursAgo - votingHours - afterHours, async () => {
        await this.world.act("ingrid", decideAdvised, { reference: open.proposal, decision, reason });
      });
    }
  }

  private planStatusProposal(story: StatusProposal): void {
    const { name, version } = this.model(story.model);
    const isActivation = story.kind === "activation";
    const open = { proposal: "" };
    this.at(story.hoursAgo, async () => {
      const model = this.reference(story.model);
      const answer = await this.world.act(story.by, createProposal, {
        kind: isActivation ? "model_approval" : "decommission",
        title: isActivation ? `Put “${name} ${version}” into operation?` : `Retire “${name} ${version}” for good?`,
        description: story.reason,
        payload: isActivation ? { model, to: "active", reason: story.reason } : { model, reason: story.reason },
        votingHours: story.votingHours,
        isDraft: false,
      });
      open.proposal = answer.reference;
      await this.world.advise(answer.reference);
    });
    this.planBallots(open, story);
    if (story.end === "deadline") this.planClose(open, story.hoursAgo - story.votingHours);
  }

  private planChairDecision(story: ChairDecision): void {
    const { decision: kind, title, rationale } = story;
    const open = { proposal: "" };
    this.at(story.hoursAgo, async () => {
      const payload = { type: "suspend_model" as const, model: this.reference(story.model) };
      const answer = await this.world.act("ingrid", decideAsChair, { kind, title, rationale, payload });
      open.proposal = answer.proposal;
      await this.world.advise(answer.proposal);
    });
    this.planBallots(open, story);
    if (story.end === "deadline") this.planClose(open, story.hoursAgo - RATIFICATION_HOURS);
  }

  private planDecision(story: BoardDecision): void {
    const { what: kind, title, description, votingHours } = story;
    const open = { proposal: "" };
    this.at(story.hoursAgo, async () => {
      const payload = await story.payload({
        model: (key) => this.reference(key),
        policy: (name) => this.policy(name),
        day: (daysAhead) => this.world.instant(-daysAhead, 12).toISOString().slice(0, "YYYY-MM-DD".length),
      });
      const input = { kind, title, description, payload: { ...payload }, votingHours, isDraft: false };
      open.proposal = (await this.world.act(story.by, createProposal, input)).reference;
      await this.world.advise(open.proposal);
    });
    this.planBallots(open, story);
    if (story.end === "deadline") this.planClose(open, story.hoursAgo - votingHours);
  }

  private async policy(name: string): Promise<{ policy: string; baseVersion: number }> {
    const { items } = await this.world.act("peter", listPolicies, { q: name });
    const found = items.find((item) => item.content.name === name);
    if (found === undefined) throw new Error(`The demo has no policy \`${name}\``);
    return { policy: found.reference, baseVersion: found.version };
  }

  private planAmendment(story: ScopeAmendment): void {
    const open = { proposal: "" };
    this.at(story.hoursAgo, async () => {
      open.proposal = await proposeScope(this.world, story);
      await this.world.advise(open.proposal);
    });
    this.planBallots(open, story);
    this.planClose(open, story.hoursAgo - story.votingHours);
  }

  /** Ballots follow each other by a little over two hours, the first one two hours after opening. */
  private planBallots(open: { proposal: string }, story: Voted): void {
    const ballots = story.ballots ?? "";
    for (const [index, voter] of VOTERS.entries()) {
      const choice = CHOICES[ballots[index] ?? "-"];
      if (choice === undefined) continue;
      this.at(story.hoursAgo - 2 - index * 2.2, async () => {
        const { subjectDigest } = await this.world.act(voter, readProposal, { reference: open.proposal });
        if (subjectDigest === null) throw new Error(`${open.proposal} is not open`);
        await this.world.act(voter, castBallot, {
          reference: open.proposal,
          choice,
          reasoning: story.reasons?.[voter] ?? "",
          subjectDigest,
        });
      });
    }
  }

  private planClose(open: { proposal: string }, hoursAgo: number): void {
    this.at(hoursAgo, async () => {
      await this.world.act(null, closeDueProposal, { reference: open.proposal });
      // As the jobs would have right after it.
      await this.world.act(null, flagMissedVotes, {});
    });
  }
}
