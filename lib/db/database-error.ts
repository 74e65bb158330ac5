// Answers "what kind of database failure was this?" for the three kinds that the house acts upon.

const TRY_AGAIN = new Set(["40001", "40P01", "P2034"]);
const UNIQUE = new Set(["23505", "P2002"]);
const EXCLUSION = new Set(["23P01"]);
const AWAY = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "57P01",
  "57P03",
  "08006",
  // A transaction that took longer than it may.
  "25P04",
  "53300",
]);

/** Every code found on an error, its causes and the driver's own report inside Prisma's meta. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 6) return [];
  const record = error as Record<string, unknown>;
  const own = [record.code, record.originalCode].filter((code): code is string => typeof code === "string");
  const kind = record.kind === "TransactionWriteConflict" ? ["40001"] : [];
  return [
    ...own,
    ...kind,
    ...["cause", "meta", "driverAdapterError"].flatMap((key) => codesOf(record[key], depth + 1)),
  ];
}

/** A serialisation failure, a deadlock, or a fresh reference that was drawn before: the same work may succeed when done again. */
export function isWorthRetrying(error: unknown): boolean {
  return codesOf(error).some((code) => TRY_AGAIN.has(code)) || isDrawnBefore(error);
}

/** As the driver says it: acts of statements draw the most references at once. */
function isDrawnBefore(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && /_reference_key$/u.test(String(error.constraint));
}

/** A unique key or an exclusion constraint said no: somebody was first. */
export function isTaken(error: unknown): boolean {
  return codesOf(error).some((code) => UNIQUE.has(code) || EXCLUSION.has(code));
}

/** No connection could be had, or not in time; nothing was committed. */
export function isDatabaseAway(error: unknown): boolean {
  return codesOf(error).some((code) => AWAY.has(code));
}
