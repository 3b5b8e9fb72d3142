import { whole } from "../values";
import { endpointName } from "./names";
import { named, section } from "./section";

const connection = section(
  {
    pool: whole(0, 5_000).optional().describe("Connections that one task or environment keeps open. Always written for a database."),
    overflow: whole(0, 5_000).prefault(0).describe("Connections above the pool that it may open for a while."),
  },
  "a mapping with pool, or an empty one: {}",
);

/** What a service or a function connects to inside the VPC, by the name that the stack's file gives it. */
export const connects = named(endpointName(), connection, "a mapping of databases, caches and brokers by name")
  .prefault({})
  .describe("Databases, caches and brokers that it connects to.");
