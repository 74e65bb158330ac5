// The chair answers an incident alone (VOT-11): incident_response.
import { toRatifiedKind } from "./ratification.ts";

export const incidentResponse = toRatifiedKind("Answer an incident at once as chair");
