// The one pool and the one Prisma client of a process, connected as the application role. Kept on globalThis because
// the framework may load this module once per bundle layer.
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { env } from "../env.ts";
import { GatheringSocket } from "./gathering-socket.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";

type Database = {
  readonly url: string;
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  /** For acts of typed SQL alone: a connection takes the next statement before it has answered the last. */
  readonly statements: Pool;
};

const keep = globalThis as unknown as { gavelDatabase?: Database };

/**
 * A statement on a hot path begins with a line that names it, `-- kept: ballot_box`: each connection parses and plans it once, and
 * not at every call. Its text is the same at every call; all others are parsed anew.
 */
export function keptName(sql: string): string {
  return /^\s*-- kept: (\w+)\n/u.exec(sql)?.[1] ?? "";
}

/** Connects on first use; a test that points DATABASE_URL elsewhere gets a new pool. */
export function database(): Database {
  const url = env().DATABASE_URL;
  if (keep.gavelDatabase?.url !== url) {
    const connection = { connectionString: url, max: env().DATABASE_POOL_SIZE, application_name: "gavel" };
    const pool = new Pool(connection);
    const statements = new Pool({
      ...{ ...connection, connectionTimeoutMillis: 10_000, pipeline: true },
      stream: () => new GatheringSocket(),
    });
    // A connection that breaks (server restart) is replaced by the pool; the next query reports what matters.
    pool.on("error", () => undefined);
    statements.on("error", () => undefined);
    statements.on("connect", (client) => client.on("error", () => undefined));
    keep.gavelDatabase = {
      url,
      pool,
      statements,
      prisma: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => keptName(sql) }) }),
    };
  }
  return keep.gavelDatabase;
}

/** Closes the pool, for scripts and tests that must end. */
export async function disconnectDatabase(): Promise<void> {
  const open = keep.gavelDatabase;
  keep.gavelDatabase = undefined;
  if (open !== undefined) {
    await open.prisma.$disconnect();
    await Promise.all([open.pool.end(), open.statements.end()]);
  }
}

export type TransactionClient = Prisma.TransactionClient;
