"use client";
import { Combobox, type Search } from "@/components/ui/combobox";
import { findPeopleAction } from "../actions";

const findPeople: Search = async (q) => {
  const result = await findPeopleAction({ q, limit: 8 });
  if (!result.ok) return null;
  const here = result.value.items.filter(({ access }) => access !== "ended");
  return here.map(({ email, name }) => ({ value: email, name }));
};

/** A member by e-mail address; typing part of the name offers those that fit. */
export function PersonField({
  hint = "Type part of the name and choose, or enter the e-mail address",
  ...field
}: {
  label: string;
  hint?: string;
  name: string;
  error?: string;
  disabled?: boolean;
}) {
  return <Combobox {...field} hint={hint} autoCapitalize="none" search={findPeople} namesChosen />;
}
