// Carries out what a chair decides alone, and undoes it when the board does not ratify it (VOT-11). One line per act.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { ChairActCarrier, ChairActFacts, ReversalFacts } from "./effects/chair-act-store.ts";
import type { Applied } from "./effects/effect-store.ts";
import { instruct } from "./effects/instruct-store.ts";
import { suspendModel } from "./effects/suspend-model-store.ts";
import type { ChairAct } from "./kinds/chair-act.ts";
import type { ChairActInput } from "./request.ts";

type Carriers = {
  readonly [Type in ChairAct["type"]]: ChairActCarrier<
    Extract<ChairActInput, { type: Type }>,
    Extract<ChairAct, { type: Type }>
  >;
};

const CARRIERS: Carriers = {
  suspend_model: suspendModel,
  instruct,
};

function carrierOf(act: { readonly type: ChairAct["type"] }): ChairActCarrier<ChairActInput, ChairAct> {
  return CARRIERS[act.type] as ChairActCarrier<ChairActInput, ChairAct>;
}

export function freezeChairAct(tx: UnitOfWork, input: ChairActInput, facts: ChairActFacts): Promise<ChairAct> {
  return carrierOf(input).freeze(tx, input, facts);
}

export function takeEffect(tx: UnitOfWork, act: ChairAct, facts: ChairActFacts): Promise<void> {
  return carrierOf(act).takeEffect(tx, act, facts);
}

export function reverseChairAct(tx: UnitOfWork, act: ChairAct, facts: ReversalFacts): Promise<Applied> {
  return carrierOf(act).reverse(tx, act, facts);
}
