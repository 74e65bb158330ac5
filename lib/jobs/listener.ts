// Who hears of a topic of the outbox: where the work queues and what is done with a message. Most call one operation.
import type { z } from "zod";
import type { UnitOfWork } from "../db/unit-of-work.ts";
import type { Operation } from "../governance/kernel/operation.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import type { JobData, ListenerAddress } from "./outbox-relay.ts";
import type { QueueName } from "./queues.ts";

export type JobMessage = JobData & {
  /** After this one the message goes to the dead letters. */
  readonly isLastAttempt: boolean;
};

/** `name` is kept in the queue: a listener that is renamed leaves its waiting jobs behind. */
export type Listener = ListenerAddress & {
  /** Delivered at least once: a handler does nothing when its work is done already. Throwing means: try again later. */
  readonly handle: (message: JobMessage) => Promise<void>;
  /** Told when the last try failed, so that the failure shows where people look. */
  readonly giveUp?: (message: JobMessage, error: unknown) => Promise<void>;
};

/** The payload is the operation's input; the actor is the system, named after the operation. */
export function callOperation<InputSchema extends z.ZodType, OutputSchema extends z.ZodType>(
  queue: QueueName,
  operation: Operation<InputSchema, OutputSchema, UnitOfWork>,
): Listener {
  return {
    name: operation.name,
    queue,
    handle: async ({ organizationId, payload, requestId }) => {
      await invoke(operation, { actor: systemActor(organizationId, operation.name), input: payload, requestId });
    },
  };
}
