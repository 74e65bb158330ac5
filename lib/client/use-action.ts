"use client";
// Answers "how does a form ask the server?": one hook for every server action. The form keeps its values (nothing is reset),
// shows `problem` above and `errorOf("field")` at the field, and a second press while pending does nothing.
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ActionResult, Problem } from "../governance/kernel/problem.ts";

export type ActionState<Input, Value> = {
  /** Carries out the act; resolves with the answer, or with null when one is already under way. */
  readonly run: (input: Input) => Promise<ActionResult<Value> | null>;
  readonly pending: boolean;
  /** The last refusal; null while pending and after a success. */
  readonly problem: Problem | null;
  /** The message for one field (dotted path), or undefined. */
  readonly errorOf: (path: string) => string | undefined;
  /** What belongs above the form: the refusal, unless every error of it is shown at one of the named fields. */
  readonly problemBeside: (...shownPaths: readonly string[]) => Problem | null;
  readonly clear: () => void;
  /** For `<form onInput={…}>`: what is typed anew is no longer accused. */
  readonly forget: (event: FormEvent<HTMLFormElement>) => void;
};

const UNREACHABLE: Problem = {
  type: "about:blank",
  title: "The server could not be reached",
  status: 503,
  code: "client.unreachable",
  detail: "It is not known whether the act was carried out",
  hint: "Check your connection and look at the page again before you repeat it",
  facts: {},
  errors: [],
  requestId: "",
};

export function useAction<Input, Value>(
  action: (input: Input) => Promise<ActionResult<Value>>,
  after: { onDone?: (value: Value) => void; onRefused?: (problem: Problem) => void } = {},
): ActionState<Input, Value> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [retyped, setRetyped] = useState<ReadonlySet<string>>(NONE);
  const busy = useRef(false);
  const form = useRef<HTMLFormElement | null>(null);
  const latest = useRef({ action, after });
  latest.current = { action, after };

  const run = useCallback(async (input: Input) => {
    if (busy.current) return null;
    busy.current = true;
    form.current = document.activeElement?.closest("form") ?? null;
    setPending(true);
    setProblem(null);
    setRetyped(NONE);
    try {
      const result = await answer(latest.current.action, input);
      if (result.ok) latest.current.after.onDone?.(result.value);
      else {
        setProblem(result.problem);
        latest.current.after.onRefused?.(result.problem);
      }
      return result;
    } finally {
      busy.current = false;
      setPending(false);
    }
  }, []);

  // The first field at fault gets the focus, so that its message is seen and read aloud.
  useEffect(() => {
    if (problem !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  const clear = useCallback(() => setProblem(null), []);
  const forget = useCallback((event: FormEvent<HTMLFormElement>) => {
    const { name } = event.target as HTMLInputElement;
    if (name) setRetyped((before) => (before.has(name) ? before : new Set([...before, name])));
  }, []);
  return useMemo(
    () => ({ run, pending, problem, clear, forget, ...toMessages(problem, retyped) }),
    [run, pending, problem, retyped, clear, forget],
  );
}

const NONE: ReadonlySet<string> = new Set();

async function answer<Input, Value>(
  action: (input: Input) => Promise<ActionResult<Value>>,
  input: Input,
): Promise<ActionResult<Value>> {
  try {
    return await action(input);
  } catch (error) {
    // A redirect of the framework travels as an exception and must pass; anything else is a lost connection.
    if (isFrameworkSignal(error)) throw error;
    return { ok: false, problem: UNREACHABLE };
  }
}

function isFrameworkSignal(error: unknown): boolean {
  return typeof error === "object" && error !== null && "digest" in error && String(error.digest).startsWith("NEXT_");
}

function toMessages(problem: Problem | null, retyped: ReadonlySet<string>) {
  const errors = problem?.errors ?? [];
  return {
    errorOf: (path: string) =>
      retyped.has(path)
        ? undefined
        : errors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message,
    problemBeside: (...shown: readonly string[]) => {
      const isShown = (path: string) => shown.some((known) => path === known || path.startsWith(`${known}.`));
      return problem !== null && errors.length > 0 && errors.every((error) => isShown(error.path)) ? null : problem;
    },
  };
}
