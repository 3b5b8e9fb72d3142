import { z } from "zod";
import { dashboardKinds } from "../dashboard-kinds";
import { oneOf } from "../values";

const error = `all, or a list of ${dashboardKinds.join(", ")}, each at most once`;

/** Dashboards of CloudWatch, one for each kind. */
export const dashboards = z
  .union([z.literal("all"), z.array(oneOf(dashboardKinds)).refine((kinds) => new Set(kinds).size === kinds.length, { error })], { error })
  .prefault([])
  .describe(
    "Dashboards of CloudWatch, one for each kind that is named; `all` is one for each kind that the stack has. An account has three without charge, and each further one costs 3 US dollars a month. None where absent.",
  );
