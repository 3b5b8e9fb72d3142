import { shown } from "../problems";
import { numberAt, textsAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

export function burstBelowMonthly(raw: Raw): readonly Said[] {
  const monthly = numberAt(raw, ["budget", "monthly"]);
  const burst = numberAt(raw, ["budget", "burst"]);
  if (monthly === undefined || burst === undefined || burst >= monthly) return [];
  return [{ segments: ["budget", "burst"], says: `is ${burst}; write at least ${monthly}, the monthly budget` }];
}

export function addressesTwice(raw: Raw): readonly Said[] {
  const addresses = textsAt(raw, ["budget", "notify"]);
  const twice = addresses.find((address, i) => addresses.indexOf(address) !== i);
  return twice === undefined ? [] : [{ segments: ["budget", "notify"], says: `names ${shown(twice)} twice; write each address once` }];
}
