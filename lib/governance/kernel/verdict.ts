// Answers "what was decided, and why?" for every rule in the house (domain: "never a bare boolean").
// A verdict is data: screens turn its reasons into sentences, the audit log keeps it, tests compare it.

/** One reason: a stable code with the facts that made it true. Facts are JSON values. */
export type Reason<Code extends string = string> = {
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

/** An outcome with every reason that led to it, most decisive first. */
export type Verdict<Outcome extends string = string, Code extends string = string> = {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason<Code>[];
};

/** Closes a `switch` over a union: a new member does not compile until it is handled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
