// Transactions over the driver itself, for the acts on a hot path, which are typed SQL and nothing else: no query engine between
// them and the database, and statements that are asked together travel together.
import type { PoolClient } from "pg";
import { database, keptName } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** What typed SQL needs of a transaction; Prisma's transactions have it too. */
export type Statements = {
  $queryRaw<Rows = unknown>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows>;
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>;
};

const LIMIT = "SELECT set_config('transaction_timeout', $1, true)";

/** Runs `work` in one transaction; a failure of any of its statements ends it whole. */
export async function inStatements<Result>(
  timeoutMs: number,
  work: (db: Statements) => Promise<Result>,
): Promise<Result> {
  const client = await connect();
  try {
    const [, , result] = await allOrFirstFailure([
      client.query({ name: "begin", text: "BEGIN" }),
      client.query({ name: "limit", text: LIMIT, values: [String(timeoutMs)] }),
      work(toStatements(client)),
    ]);
    const { command } = await client.query({ name: "commit", text: "COMMIT" });
    if (command !== "COMMIT") throw new Error(`The database answered ${command} to a commit`);
    client.release();
    return result;
  } catch (error) {
    await client.query("ROLLBACK").then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

/** What a statement is answered that comes after one that failed. */
const ABORTED = "25P02";

/** INVARIANT: none of them is still at it when a failure is told, so that nothing is asked of a transaction that has ended. */
export async function allOrFirstFailure<const Works extends readonly Promise<unknown>[]>(
  works: Works,
): Promise<{ -readonly [Place in keyof Works]: Awaited<Works[Place]> }> {
  const ends = await Promise.allSettled(works);
  const failures: unknown[] = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  if (failures.length > 0) throw failures.find((error) => codeOf(error) !== ABORTED) ?? failures[0];
  return ends.map((end) => (end.status === "fulfilled" ? end.value : undefined)) as Awaited<
    ReturnType<typeof allOrFirstFailure<Works>>
  >;
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : null);

class NoConnection extends Error {
  override readonly name = "NoConnection";
  /** As the database says it when it has no connection left. */
  readonly code = "53300";
}

async function connect(): Promise<PoolClient> {
  try {
    return await database().statements.connect();
  } catch (cause) {
    throw new NoConnection("No connection could be had in time", { cause });
  }
}

function toStatements(client: PoolClient): Statements {
  const ask = (query: TemplateStringsArray | Prisma.Sql, values: unknown[]) => {
    const sql = "raw" in query ? Prisma.sql(query, ...values) : query;
    return client.query({ name: keptName(sql.text), text: sql.text, values: sql.values });
  };
  return {
    $queryRaw: async <Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await ask(query, values)).rows as Rows,
    $executeRaw: async (query, ...values) => (await ask(query, values)).rowCount ?? 0,
  };
}
