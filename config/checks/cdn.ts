import { limits } from "../limits";
import { nearest } from "../nearest";
import { shown } from "../problems";
import { at, entriesOf, isMapping, textAt, textsAt } from "../raw";
import type { Raw } from "../raw";
import { patternsOf } from "../routing";
import type { Said } from "../sentences";

/** What a CDN stands before must be there, and must leave it something to answer everything else. */
export function cdnOrigins(raw: Raw): readonly Said[] {
  if (!isMapping(raw.cdn)) return [];
  const origins = textsAt(raw, ["cdn", "origins"]);
  const hasAssets = at(raw, ["cdn", "assets"]) !== undefined;
  if (origins.length === 0 && !hasAssets)
    return [{ segments: ["cdn"], says: "has nothing to stand before; write origins, assets or both" }];
  return [
    ...origins.flatMap((service, i) => wrongOrigin(raw, service, i, origins)),
    ...nobodyAtRoot(raw, origins, hasAssets),
    ...errorPageForServices(raw, origins),
    ...pathOfBoth(raw, origins),
    ...tooManyPaths(raw, origins),
  ];
}

function wrongOrigin(raw: Raw, service: string, i: number, origins: readonly string[]): readonly Said[] {
  const segments = ["cdn", "origins", i];
  if (origins.indexOf(service) < i) return [{ segments, says: `is ${shown(service)} once more; write each service once` }];
  const known = entriesOf(raw.services).map(([name]) => name);
  if (!known.includes(service)) {
    const meant = nearest(service, known);
    return [
      {
        segments,
        says: `is ${shown(service)}, which is no service; ${meant === undefined ? `known: ${known.join(", ")}` : `did you mean "${meant}"?`}`,
      },
    ];
  }
  return at(raw, ["services", service, "http"]) === undefined
    ? [{ segments, says: `is ${shown(service)}, which has no http; add it to the service, or remove the service here` }]
    : [];
}

const pathOf = (raw: Raw, service: string): string => textAt(raw, ["services", service, "http", "path"]) ?? "/";

const nobodyAtRoot = (raw: Raw, origins: readonly string[], hasAssets: boolean): readonly Said[] =>
  hasAssets || origins.some((service) => pathOf(raw, service) === "/")
    ? []
    : [
        {
          segments: ["cdn", "origins"],
          says: 'has no service whose path is "/"; add one, or write assets, which then answer at every other path',
        },
      ];

const errorPageForServices = (raw: Raw, origins: readonly string[]): readonly Said[] =>
  origins.length > 0 && at(raw, ["cdn", "assets", "errorPage"]) !== undefined
    ? [{ segments: ["cdn", "assets", "errorPage"], says: "would replace what the services in origins answer with 404; remove it" }]
    : [];

const pathOfBoth = (raw: Raw, origins: readonly string[]): readonly Said[] =>
  textsAt(raw, ["cdn", "assets", "paths"]).flatMap((path, i, paths): readonly Said[] => {
    const segments = ["cdn", "assets", "paths", i];
    if (paths.indexOf(path) < i) return [{ segments, says: `is ${shown(path)} once more; write each path once` }];
    const owner = origins.find((service) => patternsOf(pathOf(raw, service)).includes(path));
    return owner === undefined ? [] : [{ segments, says: `is ${shown(path)}, which is a path of "${owner}"; write another path` }];
  });

/** The default behaviour is one of them. */
function tooManyPaths(raw: Raw, origins: readonly string[]): readonly Said[] {
  const atRoot = origins.some((service) => pathOf(raw, service) === "/");
  const paths = atRoot ? textsAt(raw, ["cdn", "assets", "paths"]) : origins.flatMap((service) => patternsOf(pathOf(raw, service)));
  const says = `needs ${paths.length + 1} cache behaviours, and CloudFront allows ${limits.cacheBehaviours}; write fewer`;
  return paths.length + 1 <= limits.cacheBehaviours ? [] : [{ segments: atRoot ? ["cdn", "assets", "paths"] : ["cdn", "origins"], says }];
}

/** A name needs its certificate, and a certificate is for a name. */
export function cdnNames(raw: Raw): readonly Said[] {
  const [domain, certificate] = [textAt(raw, ["cdn", "domain"]), textAt(raw, ["cdn", "certificate"])];
  if (domain !== undefined && certificate === undefined)
    return [{ segments: ["cdn", "certificate"], says: `is missing; write the one for ${shown(domain)}, or remove domain` }];
  if (domain === undefined && certificate !== undefined)
    return [{ segments: ["cdn", "domain"], says: "is missing; write the name that the certificate is for, or remove certificate" }];
  return [];
}
