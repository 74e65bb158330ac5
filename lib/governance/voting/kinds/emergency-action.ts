// The chair acts alone because waiting for the board would do harm (VOT-11): emergency_action.
import { toRatifiedKind } from "./ratification.ts";

export const emergencyAction = toRatifiedKind("Act at once as chair where waiting for the board would do harm");
