// The queues that exist, made at migration time by the owner role; the application only puts work in and takes it out.
// Every queue has a heartbeat and a short expiry: work held by a killed process is taken up again within seconds.
import type { QueueOptions } from "pg-boss";

export const QUEUE_SCHEMA = "pgboss";

type QueueSettings = QueueOptions & { deadLetter?: string };

const KEPT_DAYS = 24 * 3600;

/** What failed to the last try ends here and stays for a person to look at. First, because the others name it. */
const DEAD_LETTER = "dead-letter";

const SETTINGS: QueueSettings = {
  heartbeatSeconds: 15,
  expireInSeconds: 120,
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  retentionSeconds: 14 * KEPT_DAYS,
  deleteAfterSeconds: KEPT_DAYS,
  deadLetter: DEAD_LETTER,
};

export const QUEUES = {
  [DEAD_LETTER]: { retentionSeconds: 365 * KEPT_DAYS, deleteAfterSeconds: 365 * KEPT_DAYS, retryLimit: 0 },
  /** Quick acts that follow from another act. */
  "outbox.deliver": SETTINGS,
  /** Asks an analyst, who may be slow: apart from the quick acts. */
  "advisory.ask": SETTINGS,
  /** Works through one inventory import. */
  "registry.import": { ...SETTINGS, expireInSeconds: 3600, retryLimit: 3 },
  /** About a day of tries, a quarter of an hour apart in the end. */
  "notifications.mail": { ...SETTINGS, retryLimit: 100, retryDelayMax: 900 },
} as const satisfies Record<string, QueueSettings>;

export type QueueName = keyof typeof QUEUES;
