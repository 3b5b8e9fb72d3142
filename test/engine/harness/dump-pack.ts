/** A policy pack that judges nothing: it writes down the graph that Headroom's own pack would see. */
import { PolicyPack, type ResourceValidationArgs, type StackValidationArgs } from "@pulumi/policy";
import deserializer = require("@pulumi/policy/deserialize");
import { writeFileSync } from "node:fs";
import { PolicyPackSource } from "../../../graph/sources/policy-pack";
import { installDecoder } from "../../../policies/decoding";

const file = process.env["HEADROOM_DUMP"];
if (file === undefined) throw new Error("HEADROOM_DUMP must name the file to write.");

installDecoder(deserializer);
const source = new PolicyPackSource();

new PolicyPack("dump", {
  enforcementLevel: "mandatory",
  policies: [
    { name: "collect", description: "Collects inputs.", validateResource: (args: ResourceValidationArgs) => source.collectInputs(args) },
    {
      name: "dump",
      description: "Writes the graph.",
      validateStack: (args: StackValidationArgs) => writeFileSync(file, JSON.stringify(source.graph(args))),
    },
  ],
});
