import { z } from "zod";
import { matching } from "../values";
import { named } from "./section";

const SECRET = "the ARN of a Secrets Manager secret or of an SSM parameter";

const SECRET_ARN =
  /^arn:aws[a-z-]*:(?:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@:-]+|ssm:[a-z0-9-]+:\d{12}:parameter\/[A-Za-z0-9/_.-]+)$/;

/** Plain environment variables by name. */
export const environment = (variable: z.ZodString) =>
  named(
    variable,
    z.union([z.string(), z.number(), z.boolean()], { error: "a text, a number, true or false" }).transform(String),
    "a mapping of environment variables",
  ).prefault({});

/** Secrets by the name of a variable. */
export const secrets = (variable: z.ZodString) =>
  named(variable, matching(SECRET_ARN, SECRET), `a mapping of environment variables to ${SECRET}`).prefault({});
