import { limits } from "../limits";
import { shown } from "../problems";
import { at, entriesOf, numberAt, textAt, textsAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";
import { parseDuration } from "../units";

/** The HTTP API and the functions behind it. */
export const httpApiChecks = (raw: Raw): readonly Said[] => [
  ...apiForRoutes(raw),
  ...routesTwice(raw),
  ...answersInTime(raw),
  ...rateOfAccount(raw),
  ...cookiesForAll(raw),
];

interface Routed {
  readonly name: string;
  readonly route: string;
}

const routed = (raw: Raw): readonly Routed[] =>
  entriesOf(raw.functions).flatMap(([name, value]) => {
    const route = textAt(value, ["route"]);
    return route === undefined ? [] : [{ name, route }];
  });

function apiForRoutes(raw: Raw): readonly Said[] {
  const [first] = routed(raw);
  if (first === undefined || raw.httpApi !== undefined) return [];
  return [{ segments: ["httpApi"], says: `is missing; write a mapping with throttle, because "${first.name}" has a route` }];
}

/** What a variable in a path is called makes no other route of it. */
const sameFor = (route: string): string => route.replaceAll(/\{[A-Za-z0-9_]+/g, "{");

function routesTwice(raw: Raw): readonly Said[] {
  const routes = routed(raw);
  return routes.flatMap(({ name, route }, i) => {
    const before = routes.slice(0, i).find((other) => sameFor(other.route) === sameFor(route));
    if (before === undefined) return [];
    return [
      { segments: ["functions", name, "route"], says: `is ${shown(route)}, which is the route of "${before.name}"; write another one` },
    ];
  });
}

function answersInTime(raw: Raw): readonly Said[] {
  return routed(raw).flatMap(({ name }): readonly Said[] => {
    const timeout = textAt(raw, ["functions", name, "timeout"]);
    const seconds = timeout === undefined ? undefined : parseDuration(timeout);
    if (seconds === undefined || seconds <= limits.integrationTimeout) return [];
    return [
      {
        segments: ["functions", name, "timeout"],
        says: `is ${shown(timeout)}; write at most ${limits.integrationTimeout} seconds, because an HTTP API waits no longer for an answer`,
      },
    ];
  });
}

function rateOfAccount(raw: Raw): readonly Said[] {
  const rate = numberAt(raw, ["httpApi", "throttle", "rate"]);
  const allowed = numberAt(raw, ["account", "apiRate"]) ?? 10_000;
  if (rate === undefined || rate <= allowed) return [];
  return [
    {
      segments: ["httpApi", "throttle", "rate"],
      says: `is ${rate}; write at most ${allowed}, or what AWS allows in headroom:account.apiRate`,
    },
  ];
}

/** A browser sends no cookies to an API that lets everybody in. */
function cookiesForAll(raw: Raw): readonly Said[] {
  const credentials = at(raw, ["httpApi", "cors", "credentials"]) === true;
  if (!credentials || !textsAt(raw, ["httpApi", "cors", "origins"]).includes("*")) return [];
  return [{ segments: ["httpApi", "cors", "origins"], says: 'has "*", and with credentials each origin must be named' }];
}
