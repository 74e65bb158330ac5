import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { paths } from "@/lib/client/paths";

/** For registries with more models than one list holds: narrows the choice below. */
export function ModelSearch({ q, isCut }: { q: string; isCut: boolean }) {
  return (
    <search className="mb-6 block max-w-read">
      <form action={paths.proposals.create()} className="flex items-end gap-2">
        <Field
          label="Find a model"
          hint={isCut ? "More models than the list below holds: narrow it by name or unit" : undefined}
          className="flex-1"
        >
          <Input name="q" type="search" defaultValue={q} maxLength={200} />
        </Field>
        <Button type="submit">Find</Button>
      </form>
    </search>
  );
}
