"use client";
import { useEffect, useState } from "react";
import type { CharterDraftView, CharterSection, CharterSections } from "@/lib/governance/board/charter-draft";
import { CharterSaver, type SectionState, type Theirs } from "./charter-saver";

type States = Partial<Record<CharterSection, SectionState>>;

/** The draft as it is typed, how it stands by the server's last answer, and what is not saved. */
export function useCharterDraft(given: CharterDraftView) {
  const [typed, setTyped] = useState(given.sections);
  const [view, setView] = useState(given);
  const [states, setStates] = useState<States>({});
  const [saver] = useState(
    () =>
      new CharterSaver(given, {
        onView: (next, own) => {
          setView(next);
          setTyped((before) => {
            const kept = [...own].map((section) => [section, before[section]]);
            return { ...next.sections, ...Object.fromEntries(kept) };
          });
        },
        onState: (section, state) =>
          setStates(({ [section]: _before, ...others }) => (state === null ? others : { ...others, [section]: state })),
      }),
  );
  const change = <Section extends CharterSection>(section: Section, value: CharterSections[Section]) => {
    setTyped((before) => ({ ...before, [section]: value }));
    saver.change(section, value);
  };
  const settle = (theirs: Theirs, whose: "mine" | "theirs") => {
    if (whose === "theirs") setTyped((before) => ({ ...before, [theirs.section]: theirs.value }));
    saver.settle(theirs, whose);
  };
  useEffect(() => saver.renew(given), [saver, given]);
  useEffect(() => () => saver.leave(), [saver]);
  useWarning(Object.keys(states).length > 0);
  return {
    typed,
    view,
    states,
    change,
    settle,
    save: () => saver.save(),
    look: (next: CharterDraftView) => saver.look(next),
  };
}

/** The browser asks before a page with unsaved words is left. */
function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsaved]);
}

export type CharterDesk = ReturnType<typeof useCharterDraft>;

/** What one field needs of the desk. */
export function problemAt(desk: CharterDesk, section: CharterSection, path: string) {
  const isTyping = desk.states[section] !== undefined;
  return isTyping ? undefined : desk.view.problems.find((one) => one.section === section && one.path === path);
}
