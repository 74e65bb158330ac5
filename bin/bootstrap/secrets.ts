// What an installation must keep to itself: made once, readable by its owner only, in `.gavel/secrets.json`.
// A variable of the same name wins, so that several machines can share one set.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Advice } from "./advice.ts";

const Secrets = z.strictObject({
  ownerPassword: z.string().min(20),
  appPassword: z.string().min(20),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.base64(),
  GAVEL_AUDIT_KEY: z.base64(),
});
export type Secrets = z.output<typeof Secrets>;

const FROM_ENVIRONMENT = ["NEXTAUTH_SECRET", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "GAVEL_AUDIT_KEY"] as const;

function createSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync("ed25519");
  return {
    ownerPassword: randomBytes(24).toString("base64url"),
    appPassword: randomBytes(24).toString("base64url"),
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    GAVEL_AUDIT_KEY: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
}

export function readOrCreateSecrets(directory: string): Secrets {
  const file = join(directory, "secrets.json");
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(createSecrets(), null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  }
  chmodSync(file, 0o600);
  const kept = Secrets.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!kept.success) {
    throw new Advice(`\`${file}\` is damaged (${z.prettifyError(kept.error)}): restore it from a backup`);
  }
  const secrets = kept.data;
  for (const name of FROM_ENVIRONMENT) secrets[name] = process.env[name] || secrets[name];
  return secrets;
}
