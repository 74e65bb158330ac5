"use client";
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export const overlayStyle = "fixed inset-0 z-40 bg-scrim animate-appear";
export const panelStyle =
  "fixed z-50 max-h-[85dvh] overflow-y-auto border border-line bg-raised shadow-overlay animate-rise max-md:inset-x-0 max-md:bottom-0 max-md:rounded-t-md max-md:pb-[env(safe-area-inset-bottom)] md:top-[12vh] md:left-1/2 md:w-[min(32rem,calc(100vw-2rem))] md:-translate-x-1/2 md:rounded-md";

/** A sheet from below on the phone. Give `trigger` (an element) or drive it by `open` and `onOpenChange`. */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  wide = false,
}: {
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
}) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger === undefined ? null : <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className={overlayStyle} />
        <Primitive.Content
          className={cn(panelStyle, wide && "md:w-[min(48rem,calc(100vw-2rem))]")}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <div>
              <Primitive.Title className="text-base font-semibold">{title}</Primitive.Title>
              {description === undefined ? null : (
                <Primitive.Description className="mt-1 text-sm text-ink-muted">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close className="-mr-2 rounded-sm p-2 text-ink-muted hover:text-ink" aria-label="Close">
              <X aria-hidden className="size-4" />
            </Primitive.Close>
          </div>
          <div className="px-5 pt-3 pb-5">{children}</div>
          {footer === undefined ? null : (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
