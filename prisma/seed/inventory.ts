// All models of the demo.
import type { DemoModel } from "./model-plan.ts";
import { BUSINESS_MODELS } from "./models-of-business.ts";
import { SERVICE_MODELS } from "./models-of-service.ts";

export const MODELS: readonly DemoModel[] = [...BUSINESS_MODELS, ...SERVICE_MODELS];
