/** What there can be a dashboard of, and the section of the stack's file that makes it. */
export const dashboardKinds = {
  services: "services",
  functions: "functions",
  databases: "databases",
  caches: "caches",
  cdn: "cdn",
} as const;

export type DashboardKind = keyof typeof dashboardKinds;
