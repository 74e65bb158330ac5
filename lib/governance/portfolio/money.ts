// Answers "how much is that in whole cents?" (PRT-133). Outside money is US dollars with at most two decimals; inside it is
// an integer, so that no float decides anything.
import { z } from "zod";

/** Ten million million dollars: far beyond any budget, and exact in cents. */
const MOST_USD = 10_000_000_000_000;

/** null for what is not a whole number of cents. Two decimals survive the way through the shortest decimal form. */
export function toCents(usd: number): number | null {
  if (!Number.isFinite(usd) || Math.abs(usd) > MOST_USD) return null;
  const cents = Math.round(usd * 100);
  return cents / 100 === usd ? cents : null;
}

export function toUsd(cents: number | bigint): number {
  return Number(cents) / 100;
}

/** An amount of money as people and programs write it. */
export function moneySchema(what: string) {
  return z
    .number({ error: `${what} is an amount in US dollars` })
    .min(0, { message: `${what} is not negative` })
    .max(MOST_USD, { message: `${what} is at most ${MOST_USD.toLocaleString("en")}` })
    .refine((usd) => toCents(usd) !== null, { message: `${what} has at most two decimals` })
    .meta({ description: "US dollars, at most two decimals" });
}
