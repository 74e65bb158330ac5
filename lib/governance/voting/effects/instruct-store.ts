// An order on record, without technical effect (VOT-141): what, to whom, until which day.
import { dateAt } from "../../board/calendar-date.ts";
import { loadTimeZone } from "../../board/store.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import type { ChairAct } from "../kinds/chair-act.ts";
import type { ChairActInput } from "../request.ts";
import type { ChairActCarrier } from "./chair-act-store.ts";

type Order<Act extends { type: string }> = Extract<Act, { type: "instruct" }>;

export const instruct: ChairActCarrier<Order<ChairActInput>, Order<ChairAct>> = {
  freeze: async (tx, { type, instruction, addressee, until }, { model, at }) => {
    if (until >= dateAt(at, await loadTimeZone(tx))) {
      return { type, instruction, addressee, until, model: model?.reference ?? null };
    }
    const message = "The last day of an order is today or later";
    throw refuseInKernel("kernel.invalid_input", { fields: ["payload.until"] }, [
      { path: "payload.until", code: "in_the_past", message },
    ]);
  },
  takeEffect: async () => {},
  reverse: async () => null,
};
