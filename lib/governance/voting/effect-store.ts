// Carries out what a decision does (VOT-12), in the transaction of the act that decides. One line per effect; an effect that
// has become impossible answers with its cause and changes nothing but a lock.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { adoptCharter } from "./effects/adopt-charter-store.ts";
import { approvePackage } from "./effects/approve-package-store.ts";
import { changeComponent } from "./effects/change-component-store.ts";
import { changePolicy } from "./effects/change-policy-store.ts";
import { changeStatus } from "./effects/change-status-store.ts";
import type { Applied, Carrier, CheckFacts, EffectFacts } from "./effects/effect-store.ts";
import { enterGrant } from "./effects/enter-grant-store.ts";
import { ratify } from "./effects/ratify-store.ts";
import { registerComponent } from "./effects/register-component-store.ts";
import { setSetting } from "./effects/set-setting-store.ts";
import { setTrust } from "./effects/set-trust-store.ts";
import type { KindContext, KindEffect, KindReading, SubjectModel } from "./kinds/kind.ts";

type Carriers = { readonly [Type in KindEffect["type"]]: Carrier<Extract<KindEffect, { type: Type }>> };

const CARRIERS: Carriers = {
  approve_package: approvePackage,
  change_status: changeStatus,
  adopt_charter: adoptCharter,
  set_setting: setSetting,
  set_trust: setTrust,
  register_component: registerComponent,
  change_component: changeComponent,
  enter_grant: enterGrant,
  change_policy: changePolicy,
  ratify,
};

function carrierOf(effect: KindEffect): Carrier<KindEffect> {
  return CARRIERS[effect.type] as Carrier<KindEffect>;
}

export function carryOut(tx: UnitOfWork, effect: KindEffect, facts: EffectFacts): Promise<Applied> {
  return carrierOf(effect).carryOut(tx, effect, facts);
}

/** Not decided in favour. null when the subject is as it was before; otherwise the code of what stood in the way. */
export async function giveBack(tx: UnitOfWork, effect: KindEffect, facts: EffectFacts): Promise<Applied> {
  const carrier = carrierOf(effect);
  if (carrier.reverse !== undefined) return carrier.reverse(tx, effect, facts);
  await carrier.giveBack(tx, effect, facts);
  return null;
}

/** What could not be carried out even if it passed is neither proposed nor opened. */
export async function requireCarriable(tx: UnitOfWork, effect: KindEffect, facts: CheckFacts): Promise<void> {
  await carrierOf(effect).check?.(tx, effect, facts);
}

/** Comes before the clock in every act that may end a vote. */
export async function holdSubject(tx: UnitOfWork, effect: KindEffect): Promise<void> {
  await carrierOf(effect).hold?.(tx, effect);
}

export function locksModel(effect: KindEffect): boolean {
  return carrierOf(effect).locksModel;
}

/** What the words of a proposal rest on, as it is now. */
export async function loadKindContext(
  tx: UnitOfWork,
  { effect }: KindReading,
  facts: { readonly model: SubjectModel | null; readonly conditions: number },
): Promise<KindContext> {
  return { ...facts, named: (await carrierOf(effect).lookUp?.(tx, effect)) ?? {} };
}
