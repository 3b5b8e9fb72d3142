import { retention } from "../values";
import { section } from "./section";

export const logs = section({ retention: retention().prefault("30 days").describe("How long logs are kept.") }, "a mapping with retention");
