import { limits } from "../limits";
import { duration, matching, path, whole } from "../values";
import { section } from "./section";

export const http = section(
  {
    port: whole(1, 65_535).describe("The port on which the container listens."),
    healthCheck: matching(/^\/[\x21-\x7e]{0,1023}$/, 'a path that begins with "/", such as "/health"').describe(
      "Answers 200 to 299 when the task can serve.",
    ),
    deregistrationDelay: duration(0, limits.deregistrationDelay, "30 seconds")
      .prefault("30 seconds")
      .describe("How long a task that is taken away may finish its requests. At least as long as the longest of them."),
    path: path().prefault("/").describe("The path below which the service answers; no two services share one."),
  },
  "a mapping with port and healthCheck",
);
