import type { ServiceConfig } from "../config";

/** What runs as tasks: a service, or a gateway. */
export type Workload = Pick<
  ServiceConfig,
  "size" | "architecture" | "connects" | "environment" | "secrets" | "healthCommand" | "openFiles" | "startup"
> & {
  /** The port on which its container listens. */
  readonly http?: { readonly port: number } | undefined;
  readonly consumes?: string | undefined;
};
