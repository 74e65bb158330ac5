import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadTimeZone } from "../../board/store.ts";
import { toLocalDate } from "../../kernel/local-time.ts";
import { notify } from "../../notifications/store.ts";
import type { ReviewsEvent } from "../events.ts";
import { planReviewReminder } from "../reminder.ts";
import { loadOwnersWithDueModels } from "../store.ts";

export const remindDueReviews = defineOperation({
  name: "reviews.remind_due_reviews",
  summary: "Remind owners of operational models that are due for review",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({}),
  output: z.strictObject({ owners: z.int(), models: z.int() }),
  async run({ now, tx }) {
    const day = toLocalDate(await now(), await loadTimeZone(tx));
    let owners = 0;
    let models = 0;
    for (const due of await loadOwnersWithDueModels(tx)) {
      const told = await notify(tx, {
        userIds: [due.ownerUserId],
        kind: "reviews.models_due",
        urgency: "low",
        href: "/models?owner=me&due=true",
        ...planReviewReminder(due, day),
      });
      owners += told;
      models += told * due.count;
    }
    if (owners === 0) tx.unchanged();
    else {
      await tx.record({
        action: "reviews.owners_reminded",
        subject: { type: "organization", reference: tx.organizationId },
        details: { day, owners, models },
      } satisfies ReviewsEvent);
    }
    return { owners, models };
  },
});
