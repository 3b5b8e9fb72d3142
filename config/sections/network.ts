import { cidr, oneOf, whole } from "../values";
import { section } from "./section";

export const network = section(
  {
    zones: whole(1, 6).describe("Availability zones. A load balancer needs two."),
    nat: oneOf(["none", "single", "one per zone"]).describe(
      "NAT gateways. With `none`, tasks run in public subnets with a public address.",
    ),
    cidr: cidr().prefault("10.0.0.0/16").describe("The VPC's IPv4 network."),
  },
  "a mapping with zones and nat",
);
