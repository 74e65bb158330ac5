"use client";
import { Link2, Text, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { EvidenceText } from "./draft-text";

const MOST = 20;

type Props = {
  what: string;
  path: string;
  items: readonly EvidenceText[];
  onChange: (items: readonly EvidenceText[]) => void;
  errorAt: (path: string) => string | undefined;
};

/** Links and texts that show it; at least one is asked for. */
export function EvidenceList({ what, path, items, onChange, errorAt }: Props) {
  const added = useRef(0);
  const add = (kind: EvidenceText["kind"]) => {
    added.current += 1;
    onChange([...items, { key: `new-${Date.now()}-${added.current}`, kind, url: "", label: "", text: "" }]);
  };
  const error = errorAt(path);
  return (
    <fieldset data-field={path}>
      <legend className="mb-1 text-sm font-medium">Evidence</legend>
      {items.length === 0 ? null : (
        <ol className="mb-2 space-y-2">
          {items.map((item, index) => (
            <EvidenceRow
              key={item.key}
              item={item}
              label={`Evidence ${index + 1} for ${what}`}
              error={errorAt(`${path}.${item.key}`) ?? errorAt(`${path}.${index}`)}
              onChange={(next) => onChange(items.map((each) => (each.key === item.key ? next : each)))}
              onRemove={() => onChange(items.filter((each) => each.key !== item.key))}
            />
          ))}
        </ol>
      )}
      {error === undefined || items.length > 0 ? null : <FieldError>{error}</FieldError>}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" disabled={items.length >= MOST} onClick={() => add("link")}>
          <Link2 aria-hidden />
          Add a link
        </Button>
        <Button size="small" disabled={items.length >= MOST} onClick={() => add("text")}>
          <Text aria-hidden />
          Add a text
        </Button>
        {items.length >= MOST ? <p className="self-center text-xs text-ink-muted">{MOST} at most</p> : null}
      </div>
    </fieldset>
  );
}

function EvidenceRow({
  item,
  label,
  error,
  onChange,
  onRemove,
}: {
  item: EvidenceText;
  label: string;
  error: string | undefined;
  onChange: (item: EvidenceText) => void;
  onRemove: () => void;
}) {
  const isNew = item.key.startsWith("new-");
  const isInvalid = error === undefined ? undefined : true;
  return (
    <li className="rounded-md border border-line p-2">
      <div className="flex items-start gap-2">
        {item.kind === "link" ? (
          <div className="grid min-w-0 flex-1 gap-2 md:grid-cols-[3fr_2fr]">
            <Input
              type="url"
              aria-label={`${label}: address`}
              aria-invalid={isInvalid}
              placeholder="https://"
              autoFocus={isNew && item.url === ""}
              value={item.url}
              onChange={(event) => onChange({ ...item, url: event.target.value })}
            />
            <Input
              aria-label={`${label}: what it is`}
              placeholder="What it is (optional)"
              value={item.label}
              onChange={(event) => onChange({ ...item, label: event.target.value })}
            />
          </div>
        ) : (
          <Textarea
            aria-label={label}
            aria-invalid={isInvalid}
            rows={2}
            className="flex-1"
            autoFocus={isNew && item.text === ""}
            value={item.text}
            onChange={(event) => onChange({ ...item, text: event.target.value })}
          />
        )}
        <Button
          tone="quiet"
          size="icon"
          className="max-md:size-11"
          aria-label={`Remove ${label.toLowerCase()}`}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </div>
      {error === undefined ? null : <FieldError>{error}</FieldError>}
    </li>
  );
}
