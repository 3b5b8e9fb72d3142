import { at, textAt, textsAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

/** What a load balancer and the CDN before it need from each other. */
export function loadBalancerAndCdn(raw: Raw): readonly Said[] {
  const said = (key: string, says: string): Said => ({ segments: ["loadBalancer", key], says });
  const [certificate, domain] = [textAt(raw, ["loadBalancer", "certificate"]), textAt(raw, ["loadBalancer", "domain"])];
  const onlyCdn = textAt(raw, ["loadBalancer", "from"]) === "cdn";
  const passesOn = textsAt(raw, ["cdn", "origins"]).length > 0;
  return [
    ...(domain !== undefined && certificate === undefined
      ? [said("domain", "needs certificate of the load balancer, which is missing")]
      : []),
    ...(passesOn && certificate !== undefined && domain === undefined
      ? [said("domain", "is missing; write the name that the certificate is for, because the CDN checks the certificate by it")]
      : []),
    ...(onlyCdn && !passesOn
      ? [said("from", 'is "cdn", and no CDN passes requests on to it; write origins in headroom:cdn, or write "internet"')]
      : []),
    ...(onlyCdn && at(raw, ["loadBalancer", "waf"]) !== undefined
      ? [said("waf", 'sees only the CDN\'s addresses, because from is "cdn"; write it in headroom:cdn instead')]
      : []),
  ];
}
