import { PolicyPack } from "@pulumi/policy";
import deserializer = require("@pulumi/policy/deserialize");
import { installDecoder } from "./decoding";
import { packArgs } from "./pack";

installDecoder(deserializer);
new PolicyPack("headroom", packArgs());
