import Link from "next/link";
import { paths } from "@/lib/client/paths";

const SHOWN = 5;

/** Models on whose decisions this member is recused as their owner. */
export function OwnedModels({ models }: { models: readonly string[] }) {
  if (models.length === 0) return <>none</>;
  const rest = models.length - SHOWN;
  return (
    <>
      {models.slice(0, SHOWN).map((model, index) => (
        <span key={model}>
          {index === 0 ? "" : ", "}
          <Link className="link font-mono text-xs" href={paths.models.detail(model)}>
            {model}
          </Link>
        </span>
      ))}
      {rest > 0 ? ` and ${rest} more` : ""}. <span className="text-ink-muted">Recused from decisions on these.</span>
    </>
  );
}
