// Answers "does this installation send mail?" for the store that plans mail inside a transaction: without a mail server
// nothing is planned, so nothing piles up.
import { env } from "../env.ts";

export function isMailConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}
