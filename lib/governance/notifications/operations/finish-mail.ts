import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse as refuseKernel } from "../../kernel/refusal.ts";
import { mailEvent } from "../events.ts";
import { refuse } from "../refusals.ts";
import { MailOutcome, MailState } from "../schema.ts";
import { loadMailForUpdate, saveMail } from "../store.ts";

export const finishMail = defineOperation({
  name: "notifications.finish_mail",
  summary: "Say what became of an attempt to send a mail",
  permission: "system.run",
  effect: "write",
  input: MailOutcome,
  output: z.strictObject({ state: MailState }),
  async run({ input, now, tx }) {
    const { delivery, attempt, outcome } = input;
    const mail = await loadMailForUpdate(tx, delivery);
    if (mail === null) throw refuseKernel("kernel.not_found", { subject: "mail", reference: delivery });
    if (mail.state !== "sending" || mail.attempts !== attempt) {
      throw refuse("notifications.attempt_superseded", { delivery, attempt, latest: mail.attempts });
    }
    if (outcome === "sent") {
      await saveMail(tx, delivery, { state: "sent", sentAt: await now(), lastError: null });
      await tx.record(mailEvent("notifications.mail_sent", delivery, { attempt }));
    } else {
      await saveMail(tx, delivery, { state: outcome, lastError: input.error });
      const details = { attempt, code: input.code ?? "unknown", isFinal: outcome === "failed" };
      await tx.record({ ...mailEvent("notifications.mail_failed", delivery, details), outcome: "failed" });
    }
    return { state: outcome };
  },
});
