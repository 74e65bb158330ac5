import type { VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonStyle } from "./button-style";
import { cn } from "./class-names";

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({
  tone,
  size,
  className,
  ...props
}: ComponentProps<typeof Link> & VariantProps<typeof buttonStyle>) {
  return <Link className={cn(buttonStyle({ tone, size }), className)} {...props} />;
}
