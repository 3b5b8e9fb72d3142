/** What there can be a dashboard of; each is a section of the stack's file, too. */
export const dashboardKinds = ["services", "functions", "databases", "caches", "cdn"] as const;

export type DashboardKind = (typeof dashboardKinds)[number];
