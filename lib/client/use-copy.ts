"use client";
// Puts a text on the clipboard; where the browser does not allow it (no https), offers it for copying by hand.
import { useRef, useState } from "react";

const SAID_FOR_MS = 2_000;

export function useCopy() {
  const [isCopied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setCopied(false), SAID_FOR_MS);
    } catch {
      window.prompt("Copy this", text);
    }
  };
  return { copy, isCopied };
}
