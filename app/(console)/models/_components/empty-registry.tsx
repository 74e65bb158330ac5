import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";

/** Nothing is registered yet: how it begins, for whoever may begin it. */
export function EmptyRegistry({ mayImport, mayRegister }: { mayImport: boolean; mayRegister: boolean }) {
  return (
    <>
      <PageHeader title="Models" state="Every AI system the organisation answers for" />
      <EmptyState
        title="No model is registered yet"
        action={
          mayImport || mayRegister ? (
            <>
              {mayImport ? (
                <LinkButton tone="primary" href={paths.models.import()}>
                  Import an inventory
                </LinkButton>
              ) : null}
              {mayRegister ? (
                <LinkButton tone={mayImport ? "secondary" : "primary"} href={paths.models.register()}>
                  Register a model
                </LinkButton>
              ) : null}
            </>
          ) : undefined
        }
      >
        {mayImport
          ? "An inventory in a CSV file with any columns can be brought in at once: you see what will happen before anything is written. Single models are registered by hand."
          : mayRegister
            ? "Register the first one: name it and say what it decides about whom; its tier follows from that. An admin can import a whole inventory."
            : "An admin imports an inventory, or a model owner registers a model."}
      </EmptyState>
    </>
  );
}
