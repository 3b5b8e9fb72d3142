import { unknown, type Maybe } from "../maybe";
import { textOf } from "./default-providers";
import { isObject, type Fields } from "./fields";

/** `aws:region` of the stack's configuration; undefined when it is not configured, so that the default provider may say it. */
export function configuredRegion(document: Fields): Maybe<string> | undefined {
  const region = document.properties("config")["aws:region"];
  if (region === undefined) return undefined;
  // A plan holds a secret of the configuration as `{ secure: <ciphertext> }`.
  return isObject(region) && "secure" in region ? unknown("secret") : textOf(region);
}
