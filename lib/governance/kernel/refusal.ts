// Answers "why may this command not be carried out, and what would help?" (architecture: errors, layer 2).
// Each area declares its refusals once with `defineRefusals`; the class alone decides the HTTP status.

export type RefusalClass =
  | "malformed"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "expired"
  | "unprocessable"
  | "throttled"
  | "unavailable";

export const STATUS_OF_CLASS: Readonly<Record<RefusalClass, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  expired: 410,
  unprocessable: 422,
  throttled: 429,
  unavailable: 503,
};

export type RefusalFacts = Readonly<Record<string, unknown>>;

/** A field that was refused: where (dotted path), a stable code, and a sentence with the remedy. */
export type FieldError = {
  readonly path: string;
  readonly code: string;
  readonly message: string;
};

/** Declares one refusal. `title` says what happened; `detail` and `hint` may use the facts. */
export type RefusalDefinition<Facts extends RefusalFacts = RefusalFacts> = {
  readonly class: RefusalClass;
  readonly title: string;
  readonly detail?: (facts: Facts) => string;
  readonly hint?: (facts: Facts) => string;
};

/** A command refused. Thrown inside an operation, it rolls the transaction back. */
export class Refusal extends Error {
  readonly code: string;
  readonly refusalClass: RefusalClass;
  readonly facts: RefusalFacts;
  readonly title: string;
  readonly detail: string;
  readonly hint: string | null;
  readonly errors: readonly FieldError[];

  constructor(input: {
    code: string;
    class: RefusalClass;
    facts: RefusalFacts;
    title: string;
    detail: string;
    hint: string | null;
    errors?: readonly FieldError[];
  }) {
    super(input.detail);
    this.name = "Refusal";
    this.code = input.code;
    this.refusalClass = input.class;
    this.facts = input.facts;
    this.title = input.title;
    this.detail = input.detail;
    this.hint = input.hint;
    this.errors = input.errors ?? [];
  }

  get status(): number {
    return STATUS_OF_CLASS[this.refusalClass];
  }
}

/** Typed once per refusal: `refusal<{ proposal: string }>({ class: "conflict", title: "..." })`. */
export function refusal<Facts extends RefusalFacts>(definition: RefusalDefinition<Facts>): RefusalDefinition<Facts> {
  return definition;
}

type AnyRefusalDefinition = {
  readonly class: RefusalClass;
  readonly title: string;
  readonly detail?: (facts: never) => string;
  readonly hint?: (facts: never) => string;
};

type FactsOf<Definition> = Definition extends RefusalDefinition<infer Facts> ? Facts : never;

/**
 * Builds an area's `refuse`: `throw refuse("voting.proposal_not_open", { ... })`.
 * `errors` names the fields at fault, for forms and for problem+json.
 */
export function defineRefusals<const Definitions extends Readonly<Record<string, AnyRefusalDefinition>>>(
  definitions: Definitions,
) {
  return function refuse<Code extends keyof Definitions & string>(
    code: Code,
    facts: FactsOf<Definitions[Code]>,
    errors?: readonly FieldError[],
  ): Refusal {
    const definition = definitions[code] as unknown as RefusalDefinition<RefusalFacts>;
    const given = facts as RefusalFacts;
    return new Refusal({
      code,
      class: definition.class,
      facts: given,
      title: definition.title,
      detail: definition.detail?.(given) ?? definition.title,
      hint: definition.hint?.(given) ?? null,
      errors,
    });
  };
}

/** The same refusal, said at the one field that it is about. */
export function atField(refused: Refusal, path: string): Refusal {
  const { code, refusalClass, facts, title, detail, hint } = refused;
  const message = hint === null ? detail : `${detail}. ${hint}`;
  return new Refusal({ code, class: refusalClass, facts, title, detail, hint, errors: [{ path, code, message }] });
}

/** Refusals every area shares. A foreign id and a random id get the same answer (ORG-3). */
export const refuse = defineRefusals({
  "kernel.not_found": refusal<{ subject: string; reference: string }>({
    class: "not_found",
    title: "Not found",
    detail: (f) => `There is no ${f.subject} \`${f.reference}\` in this organisation`,
  }),
  "kernel.invalid_input": refusal<{ fields: readonly string[] }>({
    class: "unprocessable",
    title: "Some values need attention",
    detail: (f) => `These fields need attention: ${f.fields.join(", ")}`,
  }),
  "kernel.malformed": refusal<{ cause: string }>({
    class: "malformed",
    title: "The request could not be read",
    detail: (f) => `The request could not be read: ${f.cause}`,
  }),
  "kernel.not_permitted": refusal<{
    operation: string;
    permission: string;
    roles: readonly string[];
  }>({
    class: "forbidden",
    title: "Not permitted",
    detail: (f) => `\`${f.operation}\` needs the permission \`${f.permission}\``,
    hint: (f) =>
      f.roles.length > 0 ? `Roles that have it: ${f.roles.join(", ")}` : "No role has it; only the system may",
  }),
  "kernel.out_of_scope": refusal<{
    operation: string;
    permission: string;
    scopes: readonly string[];
  }>({
    class: "forbidden",
    title: "The key's scopes do not cover this",
    detail: (f) => `\`${f.operation}\` needs the scope \`${f.permission}\``,
    hint: (f) => `The key has: ${f.scopes.join(", ") || "no scopes"}`,
  }),
  "kernel.quarantined": refusal<{ operation: string }>({
    class: "forbidden",
    title: "Your access is restricted to reading",
    detail: (f) => `\`${f.operation}\` is not possible while you are quarantined`,
    hint: () => "An admin can release the quarantine",
  }),
  "kernel.foreign_origin": refusal<{ origin: string }>({
    class: "forbidden",
    title: "This request came from another site",
    detail: (f) => `The origin \`${f.origin}\` is not this installation`,
    hint: () => "Open the page here and try again",
  }),
  "kernel.too_large": refusal<{ limitBytes: number }>({
    class: "malformed",
    title: "Too large",
    detail: (f) => `The body may have at most ${f.limitBytes.toLocaleString("en")} bytes`,
  }),
  "kernel.throttled": refusal<{ retryAfterSeconds: number }>({
    class: "throttled",
    title: "Too many tries",
    detail: (f) => `Try again in ${f.retryAfterSeconds} seconds`,
  }),
  "kernel.database_away": refusal<Record<string, never>>({
    class: "unavailable",
    title: "The database cannot be reached",
    detail: () => "Nothing was changed",
    hint: () => "Try again in a moment",
  }),
  "kernel.sign_in_required": refusal<Record<string, never>>({
    class: "unauthenticated",
    title: "Sign in first",
    detail: () => "This needs a signed-in person or an API key",
  }),
  "kernel.changed_meanwhile": refusal<{ subject: string; reference: string; theirs?: unknown }>({
    class: "conflict",
    title: "Somebody else changed this meanwhile",
    detail: (f) => `${f.subject} \`${f.reference}\` was changed since you opened it`,
    hint: () => "Reload, look at the difference and save again; what you typed is kept",
  }),
});
