// The queues that exist, made at migration time by the owner role; the application only puts work in and takes it out.
// Every queue has a heartbeat and a short expiry: work held by a killed process is taken up again within seconds.
import type { QueueOptions, QueuePolicy } from "pg-boss";

export const QUEUE_SCHEMA = "pgboss";

type QueueSettings = QueueOptions & { policy?: QueuePolicy };

const SETTINGS: QueueSettings = {
  heartbeatSeconds: 15,
  expireInSeconds: 120,
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  retentionSeconds: 7 * 24 * 3600,
  deleteAfterSeconds: 24 * 3600,
};

export const QUEUES = {
  /** Hands outbox messages to whoever must hear of them. */
  "outbox.deliver": SETTINGS,
  /** Closes proposals whose deadline has come. */
  "voting.close-due": { ...SETTINGS, policy: "singleton" },
  /** Works through one inventory import. */
  "registry.import": { ...SETTINGS, expireInSeconds: 3600 },
  "notifications.mail": { ...SETTINGS, retryLimit: 8 },
} as const satisfies Record<string, QueueSettings>;

export type QueueName = keyof typeof QUEUES;
