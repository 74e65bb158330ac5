"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { ImportMapping } from "@/lib/governance/registry/import/schema";
import type { SavedMapping } from "../../_components/import-words";
import { saveMappingAction } from "../../actions";

/** Mappings kept under a name, for the next file of the same kind and for the command line. */
export function SavedMappings({
  saved,
  mapping,
  onChoose,
}: {
  saved: readonly SavedMapping[];
  mapping: ImportMapping;
  onChoose: (mapping: ImportMapping) => void;
}) {
  return (
    <div className="flex flex-wrap gap-2">
      {saved.length === 0 ? null : (
        <Menu label="Saved mappings" trigger={<Button size="small">Use a saved mapping</Button>}>
          <MenuLabel>Replaces the mapping below</MenuLabel>
          {saved.map((each) => (
            <MenuItem key={each.name} onSelect={() => onChoose(each.mapping)}>
              {each.name}
            </MenuItem>
          ))}
        </Menu>
      )}
      <SaveMapping mapping={mapping} />
    </div>
  );
}

function SaveMapping({ mapping }: { mapping: ImportMapping }) {
  const [open, setOpen] = useState(false);
  const save = useAction(saveMappingAction, {
    onDone: ({ name }) => {
      notify.done({ title: "Mapping saved", detail: name });
      setOpen(false);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void save.run({ name: String(new FormData(event.currentTarget).get("name") ?? ""), mapping });
  };
  const beside = save.problemBeside("name");
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        save.clear();
        setOpen(next);
      }}
      trigger={<Button size="small">Save this mapping</Button>}
      title="Save this mapping"
      description="A name that is there already is replaced."
    >
      <form onSubmit={submit} onInput={save.forget} className="space-y-4" noValidate>
        <FormProblem problem={beside} />
        <Field label="Name" error={save.errorOf("name")}>
          <Input name="name" defaultValue={mapping.source} autoComplete="off" autoFocus />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" tone="primary" pending={save.pending}>
            Save the mapping
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
