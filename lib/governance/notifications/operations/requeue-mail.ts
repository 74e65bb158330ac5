import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse as refuseKernel } from "../../kernel/refusal.ts";
import { mailEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { DeliveryId, MailState } from "../schema.ts";
import { loadMailForUpdate, MAIL_REQUESTED, saveMail } from "../store.ts";

export const requeueMail = defineOperation({
  name: "notifications.requeue_mail",
  summary: "Send a mail again that had failed for good",
  permission: "notifications.mail",
  effect: "write",
  input: z.strictObject({ delivery: DeliveryId }),
  output: z.strictObject({ state: MailState }),
  async run({ input: { delivery }, now, tx }) {
    const mail = await loadMailForUpdate(tx, delivery);
    if (mail === null) throw refuseKernel("kernel.not_found", { subject: "mail", reference: delivery });
    if (mail.state !== "failed") throw refuse("notifications.mail_not_failed", { delivery, state: mail.state });
    await saveMail(tx, delivery, { state: "queued", deliverAfter: await now(), lastError: null });
    await tx.publish(MAIL_REQUESTED, { delivery });
    await tx.record(mailEvent("notifications.mail_requeued", delivery, { attempts: mail.attempts }));
    return { state: "queued" as const };
  },
});
