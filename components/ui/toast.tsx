"use client";
import { useTheme } from "next-themes";
import { Toaster as Sonner, toast } from "sonner";

export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      offset={{ bottom: "calc(var(--desk-bar) + 16px)", right: "24px" }}
      mobileOffset={{ bottom: "calc(var(--bottom-bar) + var(--action-bar) + 12px)" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start gap-3 rounded-md border border-line-strong bg-raised px-4 py-3 text-sm text-ink shadow-overlay md:w-[356px]",
          content: "flex-1",
          title: "font-medium",
          description: "mt-0.5 text-ink-muted",
          actionButton: "shrink-0 font-medium link",
          error: "border-rejected",
          icon: "mt-0.5 text-rejected [&_svg]:size-4",
          closeButton: "order-last -mt-1 -mr-2 shrink-0 rounded-sm p-1.5 text-ink-muted hover:text-ink",
        },
      }}
    />
  );
}

export type Notice = {
  title: string;
  detail?: string;
  /** A way back, while the message stands. */
  undo?: { label?: string; onUndo: () => void };
};

/** Says that something happened; a refusal stays until it is dismissed. */
export const notify = {
  dismiss: () => void toast.dismiss(),
  done: ({ title, detail, undo }: Notice) =>
    toast(title, {
      description: detail,
      duration: undo === undefined ? 5_000 : 10_000,
      action: undo === undefined ? undefined : { label: undo.label ?? "Undo", onClick: undo.onUndo },
    }),
  refused: ({ title, detail }: Omit<Notice, "undo">) =>
    toast.error(title, { description: detail, duration: Number.POSITIVE_INFINITY, closeButton: true }),
};
