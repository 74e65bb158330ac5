import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadTimeZone } from "../../board/store.ts";
import { toBatchEvent } from "../answer.ts";
import { takeInRaises } from "../intake-store.ts";
import { raiseOverdueReviews as planRaises } from "../own-raise.ts";
import { loadOverdueModels, takeOccasions } from "../own-store.ts";

const MOST = 20_000;

export const raiseOverdueReviews = defineOperation({
  name: "escalations.raise_overdue_reviews",
  summary: "Raise model reviews that are overdue, each date once",
  permission: "system.run",
  effect: "write",
  timeoutMs: 60_000,
  input: z.strictObject({}),
  output: z.strictObject({ models: z.int(), raised: z.int() }),
  async run({ now, tx }) {
    const at = await now();
    const models = await loadOverdueModels(tx, at, MOST);
    const raises = planRaises(models, await loadTimeZone(tx)).map((each, index) => ({
      ...each,
      index,
      reference: tx.reference("escalation"),
    }));
    const occasions = raises.flatMap(({ occasions: keys, reference }) =>
      keys.map((sourceKey) => ({ sourceKey, reference })),
    );
    const taken = await takeOccasions(tx, occasions, at);
    const fresh = raises.filter(({ occasions: keys }) => keys.some((key) => taken.has(key)));
    if (fresh.length === 0) {
      tx.unchanged();
      return { models: 0, raised: 0 };
    }
    const { items } = await takeInRaises(tx, {
      ...{ raised: fresh, raisedBy: null },
      toEvent: (told) => toBatchEvent(told.items, { raised: fresh.length, organizationId: tx.organizationId }),
    });
    return { models: taken.size, raised: items.length };
  },
});
