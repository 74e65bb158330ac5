// What this process was told by its surroundings, read once, on first use, by nobody else: `next build` needs none of
// it, and a variable that makes no sense stops the start with its name and the remedy. An empty variable counts as unset.
import { z } from "zod";

const PostgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "write it as postgresql://user:password@host:port/database");
const HttpUrl = z.url({ protocol: /^https?$/, error: "write it as http(s)://host[:port]" });

const Environment = z
  .object({
    /** The application role's connection: owns nothing and is held by row-level security. */
    DATABASE_URL: PostgresUrl,
    DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
    /** The owner's connection: bootstrap and tests only, never given to the web process. */
    OWNER_DATABASE_URL: PostgresUrl.optional(),
    NEXTAUTH_SECRET: z.string().min(32, "give at least 32 characters of randomness"),
    NEXTAUTH_URL: HttpUrl.optional(),
    /** The address people use, for links in mail and the origin check; falls back to NEXTAUTH_URL. */
    APP_URL: HttpUrl.optional(),
    /** Ed25519 private key that signs checkpoints of the record: PKCS #8 DER in base64. */
    GAVEL_AUDIT_KEY: z.base64("give the Ed25519 key as PKCS #8 DER in base64").min(40),
    /** How many proxies of one's own stand in front; each appends to X-Forwarded-For. 0: that header is not believed. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    DEMO_MODE: z.stringbool().default(false),
    JOBS: z.enum(["inline", "off"]).default("inline"),
    SWEEP_EVERY_MS: z.coerce.number().int().min(50).max(3_600_000).default(5_000),
    LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, "write it as smtp://user:password@host:port")
      .optional(),
    MAIL_FROM: z.string().min(3).default("Gavel <gavel@localhost>"),
    OIDC_ISSUER: HttpUrl.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default("Single sign-on"),
    ADVISOR_URL: HttpUrl.optional(),
    ADVISOR_KEY: z.string().optional(),
    ADVISOR_MODEL: z.string().max(200).optional(),
    /** How long a language model may take to advise. */
    ADVISOR_TIMEOUT_MS: z.coerce.number().int().min(50).max(100_000).default(60_000),
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  })
  .superRefine((given, context) => {
    if (given.ADVISOR_URL !== undefined && given.ADVISOR_MODEL === undefined) {
      const message = "name the model that the endpoint at ADVISOR_URL is to use";
      context.addIssue({ code: "custom", path: ["ADVISOR_MODEL"], message });
    }
    const parts = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
    const missing = parts.filter((part) => given[part] === undefined);
    if (missing.length === 0 || missing.length === parts.length) return;
    for (const part of missing) {
      context.addIssue({ code: "custom", path: [part], message: "single sign-on needs issuer, client id and secret" });
    }
  })
  .transform((given) => ({ ...given, APP_URL: given.APP_URL ?? given.NEXTAUTH_URL ?? "http://127.0.0.1:3000" }));

export type Environment = z.output<typeof Environment>;

/** Pure part: what a set of variables means, or an error that names each bad one. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name}: ${name in given ? issue.message : "is not set"}`;
  });
  throw new Error(`the environment of this process is incomplete or wrong:\n${[...new Set(problems)].join("\n")}`);
}

let known: Environment | null = null;

export function env(): Environment {
  known ??= parseEnvironment(process.env);
  return known;
}

/** Tests give a process its surroundings after modules were loaded; nobody else forgets. */
export function forgetEnvironment(): void {
  known = null;
}
