"use client";
import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cn } from "./class-names";
import { controlStyle } from "./input";

/** A password that can be looked at. `leastLength` adds a word on its strength, by length and variety; it refuses nothing. */
export function PasswordInput({
  leastLength,
  className,
  onChange,
  ...props
}: Omit<ComponentProps<"input">, "type"> & { leastLength?: number }) {
  const [isShown, setShown] = useState(false);
  const [strength, setStrength] = useState<Strength>({ step: 0, words: "" });
  return (
    <span className="block">
      <span className="relative block">
        <input
          type={isShown ? "text" : "password"}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className={cn(controlStyle, "h-9 pr-11 max-md:h-11", className)}
          onChange={(event) => {
            if (leastLength !== undefined) setStrength(judge(event.target.value, leastLength));
            onChange?.(event);
          }}
          {...props}
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-label="Show the password"
          onClick={() => setShown(!isShown)}
          className="absolute inset-y-0 right-0 inline-flex w-10 items-center justify-center rounded-r-md text-ink-muted hover:text-ink"
        >
          {isShown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
        </button>
      </span>
      {leastLength === undefined ? null : <StrengthMeter strength={strength} />}
    </span>
  );
}

type Strength = { step: 0 | 1 | 2 | 3; words: string };

function StrengthMeter({ strength }: { strength: Strength }) {
  return (
    <span className="mt-1.5 flex min-h-4 items-center gap-2 text-xs text-ink-muted">
      <span aria-hidden className="flex gap-0.5">
        {[1, 2, 3].map((step) => (
          <span key={step} className={cn("h-1 w-6 rounded-full", strength.step >= step ? "bg-accent" : "bg-line")} />
        ))}
      </span>
      <span role="status">{strength.words}</span>
    </span>
  );
}

function judge(password: string, leastLength: number): Strength {
  const length = [...password].length;
  const variety = new Set(password).size;
  if (length === 0) return { step: 0, words: "" };
  if (length < leastLength) return { step: 0, words: `${leastLength - length} more to go` };
  if (variety < 8) return { step: 1, words: "Long enough, but repetitive" };
  if (length < leastLength + 4) return { step: 2, words: "Good" };
  return { step: 3, words: "Strong" };
}
