// Answers "what can be asked of the domain?": an operation is declared once and opened by every door.
import type { z } from "zod";
import type { Actor } from "./actor.ts";
import type { Effect, Permission } from "./permission.ts";

export type OperationContext<Input, Transaction> = {
  readonly input: Input;
  readonly actor: Actor;
  /** The database's clock. Call it after the row lock is held: the answer is read anew each time. */
  readonly now: () => Promise<Date>;
  readonly tx: Transaction;
};

/**
 * `name` is `area.verb_noun`; `effect: "read"` runs in a read-only transaction, `"write"` must record one audit event
 * (or say `tx.unchanged()`). Input and output are validated by their schemas at every door. `run` is a method so that
 * operations of any input fit into one map.
 */
export type Operation<
  InputSchema extends z.ZodType = z.ZodType,
  OutputSchema extends z.ZodType = z.ZodType,
  Transaction = unknown,
> = {
  readonly name: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly effect: Effect;
  /** For long acts (an import); milliseconds, 20,000 when left out. */
  readonly timeoutMs?: number;
  /** It judges its texts one by one, so that one that cannot be stored does not refuse all the others. */
  readonly checksItsTexts?: true;
  /** It asks the database by typed SQL alone, and is carried out without a query engine in between. */
  readonly isOfStatements?: true;
  /** The refusal that means a secret was guessed wrong: so many within five minutes, and each is on record. */
  readonly guess?: { readonly code: string; readonly allowed: number };
  readonly input: InputSchema;
  readonly output: OutputSchema;
  run(context: OperationContext<z.output<InputSchema>, Transaction>): Promise<z.input<OutputSchema>>;
};
