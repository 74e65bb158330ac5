"use client";
import { type RefObject, useEffect, useRef } from "react";

/** Takes up the file that was chosen before the page could listen: on a slow line the field is there before its script. */
export function useFileChosenEarly(input: RefObject<HTMLInputElement | null>, take: (file: File | undefined) => void) {
  const latest = useRef(take);
  useEffect(() => latest.current(input.current?.files?.[0]), [input]);
}
