import { Button } from "./button";
import { Field } from "./field";
import { Input } from "./input";

/** For organisations with more than one list holds: narrows the choice below it. */
export function FindForm({
  action,
  label,
  q,
  isCut,
  cutHint,
}: {
  action: string;
  label: string;
  q: string;
  isCut: boolean;
  /** Said when the list below does not hold all. */
  cutHint: string;
}) {
  return (
    <search className="mb-6 block max-w-read">
      <form action={action} className="flex items-end gap-2">
        <Field label={label} hint={isCut ? cutHint : undefined} className="flex-1">
          <Input name="q" type="search" defaultValue={q} maxLength={200} />
        </Field>
        <Button type="submit">Find</Button>
      </form>
    </search>
  );
}
