"use server";
import { cancelImport } from "@/lib/governance/registry/operations/cancel-import";
import { previewImport } from "@/lib/governance/registry/operations/preview-import";
import { saveMapping } from "@/lib/governance/registry/operations/save-mapping";
import { startImport } from "@/lib/governance/registry/operations/start-import";
import { uploadImport } from "@/lib/governance/registry/operations/upload-import";
import { toAction } from "@/lib/server/to-action";

export const uploadImportAction = toAction(uploadImport);
export const previewImportAction = toAction(previewImport);
export const startImportAction = toAction(startImport);
export const cancelImportAction = toAction(cancelImport);
export const saveMappingAction = toAction(saveMapping);
