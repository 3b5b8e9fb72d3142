import { matching, path, whole } from "../values";
import { section } from "./section";

export const http = section(
  {
    port: whole(1, 65_535).describe("The port on which the container listens."),
    healthCheck: matching(/^\/[\x21-\x7e]{0,1023}$/, 'a path that begins with "/", such as "/health"').describe(
      "Answers 200 to 299 when the task can serve.",
    ),
    path: path().prefault("/").describe("The path below which the service answers; no two services share one."),
  },
  "a mapping with port and healthCheck",
);
