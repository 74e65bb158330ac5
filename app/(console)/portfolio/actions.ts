"use server";
import { createPortfolio } from "@/lib/governance/portfolio/operations/create-portfolio";
import { updatePortfolio } from "@/lib/governance/portfolio/operations/update-portfolio";
import { toAction } from "@/lib/server/to-action";

export const createPortfolioAction = toAction(createPortfolio);
export const updatePortfolioAction = toAction(updatePortfolio);
