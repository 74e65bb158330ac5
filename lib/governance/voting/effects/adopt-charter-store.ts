// The next version of the charter takes effect (BRD-9).
import { createCharterVersion, loadCharterInForce, lockBoard } from "../../board/store.ts";
import { amendmentOutdated } from "../amendment.ts";
import type { KindEffect } from "../kinds/kind.ts";
import { refuse } from "../refusals.ts";
import type { Carrier } from "./effect-store.ts";

export const adoptCharter: Carrier<Extract<KindEffect, { type: "adopt_charter" }>> = {
  locksModel: false,
  hold: lockBoard,
  check: async (tx, { amendment }, { proposal, at }) => {
    const outdated = amendmentOutdated(amendment, await loadCharterInForce(tx, at));
    if (outdated !== null) throw refuse(outdated, { proposal: proposal.reference });
  },
  carryOut: async (tx, { amendment }, { decision, at }) => {
    // Whoever opens a vote holds the same row for reading: a vote opens under the one version or under the other.
    await lockBoard(tx);
    const { version, template, content: before } = await loadCharterInForce(tx, at);
    const outdated = amendmentOutdated(amendment, { version, content: before });
    if (outdated !== null) return outdated;
    const { content, summary: description } = amendment;
    const adopted = { version: version + 1, template, content, description, adoptedByDecision: decision };
    await createCharterVersion(tx, { ...adopted, effectiveAt: at });
    return null;
  },
  giveBack: async () => {},
};
