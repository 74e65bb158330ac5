// The one logger: JSON lines on standard error, nothing that is a secret.
import pino from "pino";
import { env } from "../env.ts";

const keep = globalThis as unknown as { gavelLog?: pino.Logger };

export function log(): pino.Logger {
  keep.gavelLog ??= pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      redact: {
        paths: ["*.password", "*.token", "*.secret", "*.authorization", "*.cookie"],
        censor: "[redacted]",
      },
    },
    pino.destination(2),
  );
  return keep.gavelLog;
}
