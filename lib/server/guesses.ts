// Slows down guessing a secret through an operation of somebody signed in (ORG-129): counted per person before it is judged,
// and put on record like a failed sign-in. An operation says which of its refusals means a wrong guess.
import { runUnitOfWork, type UnitOfWork } from "../db/unit-of-work.ts";
import type { IdentityEvent } from "../governance/identity/events.ts";
import { personSubject } from "../governance/identity/events.ts";
import type { Actor, PersonActor } from "../governance/kernel/actor.ts";
import type { Operation } from "../governance/kernel/operation.ts";
import { Refusal, refuse } from "../governance/kernel/refusal.ts";
import { giveBackAttempt, takeAttempt } from "./throttle.ts";

type Guessed = {
  readonly operation: Pick<Operation<never, never, UnitOfWork>, "name" | "guess">;
  readonly actor: Actor;
  readonly requestId: string;
};

export async function withinGuesses<Result>(
  { operation, actor, requestId }: Guessed,
  judge: () => Promise<Result>,
): Promise<Result> {
  const { guess, name } = operation;
  if (guess === undefined || actor.kind !== "person") return judge();
  const key = `${name}:${actor.userId}`;
  const { outcome, retryAfterSeconds } = await takeAttempt(key, guess.allowed);
  if (outcome === "refused") throw refuse("kernel.throttled", { retryAfterSeconds });
  try {
    const answer = await judge();
    await giveBackAttempt(key);
    return answer;
  } catch (error) {
    const isWrong = error instanceof Refusal && error.code === guess.code;
    if (isWrong) await recordWrongGuess(name, actor, { requestId, isLast: outcome === "last" });
    else await giveBackAttempt(key);
    throw error;
  }
}

async function recordWrongGuess(
  operation: string,
  actor: PersonActor,
  { requestId, isLast }: { readonly requestId: string; readonly isLast: boolean },
): Promise<void> {
  const { organizationId, userId } = actor;
  await runUnitOfWork({ organizationId, actor, requestId, effect: "write" }, async (tx) => {
    await tx.record({
      action: "identity.password_refused",
      subject: personSubject(userId),
      details: { operation, isLast },
      outcome: "failed",
    } satisfies IdentityEvent);
  });
}
