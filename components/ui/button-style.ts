import { cva } from "class-variance-authority";

/** Shared by buttons and by links that look like them; apart from both, because links are drawn on the server. */
export const buttonStyle = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-md border text-sm font-medium no-underline transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
        secondary: "border-line-strong bg-raised text-ink hover:bg-line/50",
        quiet: "border-transparent bg-transparent text-ink-muted hover:bg-line/50 hover:text-ink",
        danger: "border-rejected bg-raised text-rejected hover:bg-rejected-soft",
      },
      size: {
        small: "h-8 px-2.5",
        medium: "h-9 px-3.5",
        large: "h-11 px-5 text-base",
        icon: "size-9 p-0",
      },
    },
    defaultVariants: { tone: "secondary", size: "medium" },
  },
);
