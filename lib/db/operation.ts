// `defineOperation` with this house's unit of work as the transaction type; see kernel/operation.ts.
import type { z } from "zod";
import type { Operation } from "../governance/kernel/operation.ts";
import type { StatementWork, UnitOfWork } from "./unit-of-work.ts";

export function defineOperation<InputSchema extends z.ZodType, OutputSchema extends z.ZodType>(
  operation: Operation<InputSchema, OutputSchema, UnitOfWork>,
): Operation<InputSchema, OutputSchema, UnitOfWork> {
  return operation;
}

/** For a hot path: an operation of typed SQL alone, which is carried out over the driver. */
export function defineStatementOperation<InputSchema extends z.ZodType, OutputSchema extends z.ZodType>(
  operation: Omit<Operation<InputSchema, OutputSchema, StatementWork>, "isOfStatements">,
): Operation<InputSchema, OutputSchema, UnitOfWork> {
  return { ...operation, isOfStatements: true };
}
