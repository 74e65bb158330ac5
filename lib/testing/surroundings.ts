// What a test tells its process besides the database: variables as a web process would have them; undefined unsets.
import { generateKeyPairSync } from "node:crypto";
import { forgetEnvironment } from "../env.ts";

export function setSurroundings(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) process.env[name] = value ?? "";
  forgetEnvironment();
}

/** What every process of the application is told, for one scratch database; the signing key is fresh. */
export function announceDatabase(appUrl: string, ownerUrl: string): void {
  const { privateKey } = generateKeyPairSync("ed25519");
  setSurroundings({
    DATABASE_URL: appUrl,
    OWNER_DATABASE_URL: ownerUrl,
    NEXTAUTH_SECRET: "a-secret-that-only-tests-know-0123456789",
    GAVEL_AUDIT_KEY: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
    APP_URL: "http://127.0.0.1:3000",
    JOBS: "off",
    LOG_LEVEL: "silent",
  });
}
