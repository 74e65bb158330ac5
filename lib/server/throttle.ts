// Slows down guessing: failed sign-ins and failed key checks, counted per address in PostgreSQL so that every process agrees.
import { isIP } from "node:net";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "../db/client.ts";
import { env } from "../env.ts";
import { refuse } from "../governance/kernel/refusal.ts";
import { PEER_HEADER } from "./peer-address.ts";

const FAILURES_ALLOWED = 10;
const WINDOW_SECONDS = 300;

const keep = globalThis as unknown as {
  gavelLimiters?: { url: string; failures: RateLimiterPostgres };
};

function failureLimiter(): RateLimiterPostgres {
  const { url, pool } = database();
  if (keep.gavelLimiters?.url !== url) {
    const failures = new RateLimiterPostgres({
      storeClient: pool,
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: "failed",
      points: FAILURES_ALLOWED,
      duration: WINDOW_SECONDS,
    });
    keep.gavelLimiters = { url, failures };
  }
  return keep.gavelLimiters.failures;
}

/** Refuses when the key (an address, an e-mail) has used up its failures. */
async function requireNotThrottled(key: string): Promise<void> {
  const used = await failureLimiter().get(key);
  if (used !== null && used.consumedPoints >= FAILURES_ALLOWED) {
    throw refuse("kernel.throttled", {
      retryAfterSeconds: Math.max(1, Math.ceil(used.msBeforeNext / 1000)),
    });
  }
}

/** Counts one failure. */
async function countFailure(key: string): Promise<void> {
  try {
    await failureLimiter().consume(key);
  } catch (error) {
    // Over the limit already: the next `requireNotThrottled` says so.
    if (!(error instanceof RateLimiterRes)) throw error;
  }
}

export type Attempt = {
  /** `last`: allowed, and the next one within the window is not. */
  readonly outcome: "allowed" | "last" | "refused";
  readonly retryAfterSeconds: number;
};

/** Counts an attempt before it is judged: many at once cannot all slip through before the first one failed. */
export async function takeAttempt(key: string, allowed: number): Promise<Attempt> {
  const used = await failureLimiter()
    .consume(key)
    .catch((error: unknown) => {
      // The limiter throws its answer when its own, common limit is passed; ours may be another.
      if (error instanceof RateLimiterRes) return error;
      throw error;
    });
  const retryAfterSeconds = Math.max(1, Math.ceil(used.msBeforeNext / 1000));
  if (used.consumedPoints > allowed) return { outcome: "refused", retryAfterSeconds };
  return { outcome: used.consumedPoints === allowed ? "last" : "allowed", retryAfterSeconds };
}

/** An attempt that succeeded, or was not judged, does not count. */
export async function giveBackAttempt(key: string): Promise<void> {
  await failureLimiter().reward(key, 1);
}

/**
 * The address of the caller: that of the connection, or, behind so many proxies of our own, what the outermost of them was
 * connected to. What a client says of itself counts nothing (ORG-126). "local" where nobody can tell.
 */
export function addressOf(headers: Headers): string {
  const claimed = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const hops = [...claimed.filter((hop) => hop !== ""), headers.get(PEER_HEADER) ?? ""];
  const address = (hops.at(-1 - env().TRUSTED_PROXIES) ?? hops[0] ?? "").replace(/^::ffff:(?=\d+\.)/iu, "");
  return isIP(address) === 0 ? "local" : address;
}

/** Counts a failed key check of this caller, and refuses callers with too many. */
export async function throttleKeyChecks(headers: Headers, succeeded: boolean): Promise<void> {
  const key = `key:${addressOf(headers)}`;
  if (succeeded) return;
  await requireNotThrottled(key);
  await countFailure(key);
}
