// What holds where a proposal says nothing of its own (VOT-2, VOT-110): the organisation's settings at that instant. What
// was proposed keeps what it got.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { readSetting } from "../identity/store.ts";

type VotingDefaults = { readonly votingHours: number; readonly conditionDays: number };

export async function loadVotingDefaults(tx: UnitOfWork): Promise<VotingDefaults> {
  const votingHours = await readSetting(tx, "voting.defaultHours");
  return { votingHours, conditionDays: await readSetting(tx, "conditions.dueDays") };
}
