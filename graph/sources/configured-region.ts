import type { Maybe } from "../maybe";
import { textOf } from "./default-providers";
import type { Fields } from "./fields";

/** `aws:region` of the stack's configuration; undefined when it is not configured, so that the default provider may say it. */
export function configuredRegion(document: Fields): Maybe<string> | undefined {
  const region = document.properties("config")["aws:region"];
  return region === undefined ? undefined : textOf(region);
}
