import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse as refuseKernel } from "../../kernel/refusal.ts";
import { assertNever } from "../../kernel/verdict.ts";
import { mailEvent } from "../events.ts";
import { assessMailClaim } from "../mail-attempt.ts";
import { refuse } from "../refusals.ts";
import { DeliveryId, MailOrder } from "../schema.ts";
import { loadMailForUpdate, saveMail } from "../store.ts";

export const beginMail = defineOperation({
  name: "notifications.begin_mail",
  summary: "Claim a mail for one attempt to send it",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({ delivery: DeliveryId }),
  output: MailOrder,
  async run({ input: { delivery }, now, tx }) {
    const mail = await loadMailForUpdate(tx, delivery);
    if (mail === null) throw refuseKernel("kernel.not_found", { subject: "mail", reference: delivery });
    const at = await now();
    const { outcome, reasons } = assessMailClaim(mail, at);
    const code = reasons[0]?.code ?? "";
    switch (outcome) {
      case "settled":
        tx.unchanged();
        return { verdict: "settled" as const, state: mail.state };
      case "wait":
        throw refuse("notifications.mail_in_hand", { delivery });
      case "drop":
        await saveMail(tx, delivery, { state: "failed", lastError: "The recipient is no longer a member" });
        await tx.record(
          mailEvent("notifications.mail_failed", delivery, { attempt: mail.attempts, code, isFinal: true }),
        );
        return { verdict: "settled" as const, state: "failed" as const };
      case "send": {
        const attempt = mail.attempts + 1;
        await saveMail(tx, delivery, { state: "sending", attempts: attempt, attemptedAt: at });
        await tx.record(mailEvent("notifications.mail_attempted", delivery, { attempt, reason: code }));
        const { name, email } = mail.recipient;
        const { subject, text, href, organization } = mail;
        return { verdict: "send" as const, attempt, to: { name, email }, subject, text, href, organization };
      }
      default:
        return assertNever(outcome);
    }
  },
});
