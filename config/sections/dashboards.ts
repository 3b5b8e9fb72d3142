import { z } from "zod";
import { dashboardKinds } from "../dashboard-kinds";
import { keyOf } from "../values";

const WHAT = `all, or a list of ${Object.keys(dashboardKinds).join(", ")}`;

/** Dashboards of CloudWatch, one for each kind. */
export const dashboards = z
  .union(
    [
      z.literal("all"),
      z.array(keyOf(dashboardKinds)).refine((kinds) => new Set(kinds).size === kinds.length, { error: "a list that names each kind once" }),
    ],
    { error: WHAT },
  )
  .prefault([])
  .describe(
    "Dashboards of CloudWatch, one for each kind that is named; `all` is one for each kind that the stack has. An account has three without charge, and each further one costs 3 US dollars a month. None where absent.",
  );
