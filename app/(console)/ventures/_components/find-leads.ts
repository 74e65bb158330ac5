import type { FindOptions } from "@/components/ui/pick-one";
import { findPeopleAction } from "../actions";

const FOUND = 20;

/** Active members by part of their name. */
export const findLeads: FindOptions = async (q) => {
  const result = await findPeopleAction({ q, access: "active", limit: FOUND });
  return result.ok ? result.value.items.map(({ id, name }) => ({ value: id, label: name })) : null;
};
