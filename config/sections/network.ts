import { z } from "zod";
import { privateServices } from "../private-services";
import { cidr, keyOf, oneOf, whole } from "../values";
import { section } from "./section";

export const network = section(
  {
    zones: whole(1, 6).describe("Availability zones. A load balancer needs two."),
    nat: oneOf(["none", "single", "one per zone"]).describe(
      "NAT gateways. With `none`, tasks run in public subnets with a public address.",
    ),
    endpoints: z
      .array(keyOf(privateServices), { error: "a list of services of AWS" })
      .refine((services) => new Set(services).size === services.length, { error: "a list that names each service once" })
      .prefault([])
      .describe(
        "Services of AWS that are called without leaving the VPC, and without a NAT gateway: what functions need to reach with `nat: none`. Each costs about 7 US dollars a month in each zone; `ecr` is two.",
      ),
    cidr: cidr().prefault("10.0.0.0/16").describe("The VPC's IPv4 network."),
  },
  "a mapping with zones and nat",
);
