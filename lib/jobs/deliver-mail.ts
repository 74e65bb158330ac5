// Sends one mail: claim, send, settle (NTF-107). Between the mail server's answer and the settling a kill can make the same
// mail go out twice; both carry the same Message-ID, by which mail programs know them as one. SMTP allows no more.
import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import { env } from "../env.ts";
import { assessMailFailure } from "../governance/notifications/mail-attempt.ts";
import { beginMail } from "../governance/notifications/operations/begin-mail.ts";
import { finishMail } from "../governance/notifications/operations/finish-mail.ts";
import { DeliveryId, type MailOrder } from "../governance/notifications/schema.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import type { JobMessage } from "./listener.ts";

const MailRequest = z.strictObject({ delivery: DeliveryId });
type Letter = Extract<MailOrder, { verdict: "send" }>;

/** All of them together stay below the time after which a claim lapses. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 20_000 };

let transport: { url: string; mailer: Transporter } | null = null;

function mailer(): Transporter {
  const url = env().SMTP_URL;
  if (url === undefined) throw new Error("A mail waits to be sent, but SMTP_URL is not set in this process");
  if (transport?.url !== url) transport = { url, mailer: createTransport({ url, ...TIMEOUTS }) };
  return transport.mailer;
}

/** Throws when another attempt is worth making: the queue then tries again later. */
export async function deliverMail(message: JobMessage): Promise<void> {
  const { delivery } = MailRequest.parse(message.payload);
  const sender = mailer();
  const actor = systemActor(message.organizationId, "mail");
  const { requestId } = message;
  const order = await invoke(beginMail, { actor, requestId, input: { delivery } });
  if (order.verdict === "settled") return;
  const settle = (outcome: "sent" | "retrying" | "failed", code: string | null, error: string | null) =>
    invoke(finishMail, { actor, requestId, input: { delivery, attempt: order.attempt, outcome, code, error } });
  try {
    await sender.sendMail(toLetter(delivery, order));
  } catch (error) {
    const { outcome } = assessMailFailure({
      responseCode: responseCodeOf(error),
      isLastAttempt: message.isLastAttempt,
    });
    await settle(outcome, toFailureCode(error), String(error instanceof Error ? error.message : error).slice(0, 2_000));
    if (outcome === "retrying") throw error;
    return;
  }
  await settle("sent", null, null);
}

function toLetter(delivery: string, order: Letter) {
  const { APP_URL, MAIL_FROM } = env();
  const link = order.href === null ? [] : [`${APP_URL}${order.href}`];
  const foot = `-- \nSent by Gavel for ${order.organization}\nWhen mail reaches you: ${APP_URL}/settings/account`;
  return {
    from: MAIL_FROM,
    to: { name: order.to.name, address: order.to.email },
    subject: order.subject,
    text: [order.text, ...link, foot].filter((part) => part !== "").join("\n\n"),
    messageId: `<${delivery}@${new URL(APP_URL).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

function responseCodeOf(error: unknown): number | null {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === "number" ? code : null;
}

/** `smtp_550`, `ECONNECTION`: codes only, no address. */
function toFailureCode(error: unknown): string {
  const responseCode = responseCodeOf(error);
  if (responseCode !== null) return `smtp_${responseCode}`;
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? code.slice(0, 60) : "unknown";
}
