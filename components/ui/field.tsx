import { CircleAlert } from "lucide-react";
import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./class-names";

type ControlProps = {
  id?: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
};

/** Label, hint and error tied to one control: `<Field label="Title"><Input name="title" /></Field>`. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  children,
  className,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  optional?: boolean;
  children: ReactElement<ControlProps>;
  className?: string;
}) {
  const generated = useId();
  const id = children.props.id ?? generated;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [hint ? hintId : null, error ? errorId : null].filter(Boolean).join(" ");
  return (
    <div className={cn("min-w-0", className)}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
        {optional ? <span className="font-normal text-ink-muted"> (optional)</span> : null}
      </label>
      {hint ? (
        <p id={hintId} className="mb-1.5 text-xs text-ink-muted">
          {hint}
        </p>
      ) : null}
      {cloneElement(children, {
        id,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": error ? true : undefined,
      })}
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1 flex items-start gap-1.5 text-xs text-rejected">
      <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

export type Refused = { readonly title: string; readonly detail?: string | null; readonly hint?: string | null };

/** What the server refused, above the form: what happened, then what to do next. */
export function FormProblem({ problem }: { problem: Refused | null }) {
  if (problem === null) return null;
  const { title, detail, hint } = problem;
  return (
    <div role="alert" className="rounded-md border border-rejected bg-rejected-soft px-4 py-3 text-sm text-ink">
      <p className="font-medium text-rejected">{title}</p>
      {detail && detail !== title ? <p className="mt-0.5">{detail}</p> : null}
      {hint ? <p className="mt-0.5 text-ink-muted">{hint}</p> : null}
    </div>
  );
}
