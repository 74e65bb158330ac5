// How the demo's board sees to its future: one term that ends soon is renewed, and successors are named for some seats.
import { listMembers } from "../../lib/governance/board/operations/list-members.ts";
import { planRotation } from "../../lib/governance/board/operations/plan-rotation.ts";
import { renewSeat } from "../../lib/governance/board/operations/renew-seat.ts";
import type { BoardRole } from "../../lib/governance/board/schema.ts";
import { ADMIN } from "./people.ts";
import type { DemoWorld } from "./world.ts";

type Named = { readonly key: string; readonly note: string };

/** The chair named them, the most likely one first. Who owns models, or sits already, is told so by the plan. */
const SUCCESSORS: readonly (readonly [BoardRole, readonly Named[]])[] = [
  [
    "chair",
    [
      { key: "elena", note: "Has chaired two working groups; her own seat has to be filled first." },
      { key: "mira", note: "Would hand her models over before." },
    ],
  ],
  ["business_representative", [{ key: "hanna", note: "Knows customer service, and how claims arrive there." }]],
  ["data_steward", [{ key: "lukas", note: "Keeps the underwriting data; joins the next two meetings as a guest." }]],
];

export async function renewEthics(world: DemoWorld): Promise<void> {
  const { items } = await world.act(ADMIN.key, listMembers, { state: "in_office", limit: 50 });
  const seat = items.find((member) => member.role === "ethics_representative");
  if (seat === undefined) throw new Error("The demo's board has no ethics representative");
  await world.act(ADMIN.key, renewSeat, { reference: seat.reference });
}

export async function nameSuccessors(world: DemoWorld): Promise<void> {
  for (const [role, named] of SUCCESSORS) {
    const candidates = named.map(({ key, note }) => ({ userId: world.userId(key), note }));
    await world.act("ingrid", planRotation, { role, revision: 0, candidates });
  }
}
