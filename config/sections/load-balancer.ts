import { matching } from "../values";
import { section } from "./section";

export const loadBalancer = section(
  {
    certificate: matching(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/, "the ARN of an ACM certificate")
      .optional()
      .describe("The certificate for HTTPS. Where absent, the load balancer speaks HTTP only."),
  },
  "a mapping with certificate",
);
