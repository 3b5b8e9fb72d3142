import { cacheEngines, cacheVersionsOf } from "../cache-engines";
import { cacheNodeTypes, canScale, runsRedis, scalingNodes } from "../cache-nodes";
import { limits } from "../limits";
import { shown } from "../problems";
import type { Segments } from "../problems";
import { at, entriesOf, isMapping, numberAt, textAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";
import { schedules } from "./schedule";

/** What one value of a cache says about another, and what the network allows it. */
export const caches = (raw: Raw): readonly Said[] =>
  entriesOf(raw.caches).flatMap(([name, cache]) => {
    const way = ["caches", name];
    return [
      ...versionOfEngine(cache, way),
      ...nodesOfEngine(cache, way),
      ...nodesThatScale(cache, way),
      ...limitsOf(cache, way),
      ...tooManyNodes(cache, way),
      ...zonesForReplicas(raw, cache, way),
    ];
  });

function versionOfEngine(cache: unknown, way: Segments): readonly Said[] {
  const written = textAt(cache, ["engine"]) ?? "valkey";
  const engine = cacheEngines.find((each) => each === written);
  const version = textAt(cache, ["version"]);
  if (engine === undefined || version === undefined || cacheVersionsOf(engine).includes(version)) return [];
  if (!cacheEngines.some((each) => cacheVersionsOf(each).includes(version))) return [];
  return [{ segments: [...way, "version"], says: `is ${shown(version)}; write one of ${cacheVersionsOf(engine).join(", ")} of ${engine}` }];
}

function nodesOfEngine(cache: unknown, way: Segments): readonly Said[] {
  const node = textAt(cache, ["node"]);
  if (textAt(cache, ["engine"]) !== "redis" || node === undefined || !cacheNodeTypes.includes(node) || runsRedis(node)) return [];
  return [
    {
      segments: [...way, "node"],
      says: `is ${shown(node)}, which ElastiCache has for Valkey only; write engine: valkey, or an older family`,
    },
  ];
}

/** ElastiCache refuses limits for nodes of another family or size. */
function nodesThatScale(cache: unknown, way: Segments): readonly Said[] {
  const scaling = COUNTS.find((count) => isMapping(at(cache, [count])));
  const node = textAt(cache, ["node"]);
  if (scaling === undefined || node === undefined || !cacheNodeTypes.includes(node) || canScale(node)) return [];
  return [
    {
      segments: [...way, "node"],
      says: `is ${shown(node)}; write ${scalingNodes}, because ${scaling} may change by themselves, or a fixed count, such as ${scaling}: 1`,
    },
  ];
}

const COUNTS = ["shards", "replicas"] as const;

const limitsOf = (cache: unknown, way: Segments): readonly Said[] =>
  COUNTS.flatMap((count): readonly Said[] => {
    const value = at(cache, [count]);
    const segments = [...way, count];
    const [min, max] = [numberAt(value, ["min"]), numberAt(value, ["max"])];
    const untracked = count === "shards" && isMapping(value) && value.cpu === undefined && value.memory === undefined;
    return [
      ...(min !== undefined && max !== undefined && max < min
        ? [{ segments: [...segments, "max"], says: `is ${max}; write at least ${min}, which is min` }]
        : []),
      ...(untracked ? [{ segments, says: "has nothing that moves it; write cpu, memory or both, or a fixed count" }] : []),
      ...schedules(value, segments),
    ];
  });

function tooManyNodes(cache: unknown, way: Segments): readonly Said[] {
  const [shards, replicas] = [mostOf(cache, "shards"), mostOf(cache, "replicas")];
  if (shards === undefined || replicas === undefined || replicas > limits.cacheReplicas) return [];
  if (shards > (isMapping(at(cache, ["shards"])) ? limits.cacheScaledShards : limits.cacheShards)) return [];
  const nodes = shards * (1 + replicas);
  if (nodes <= limits.cacheNodes) return [];
  return [
    {
      segments: [...way, "shards"],
      says: `makes ${nodes} nodes with their replicas, and AWS allows ${limits.cacheNodes}; write at most ${Math.floor(limits.cacheNodes / (1 + replicas))}`,
    },
  ];
}

const mostOf = (cache: unknown, count: (typeof COUNTS)[number]): number | undefined =>
  numberAt(cache, [count]) ?? numberAt(cache, [count, "max"]);

/** A replica that takes over has to be in another zone than its primary. */
function zonesForReplicas(raw: Raw, cache: unknown, way: Segments): readonly Said[] {
  const replicas = numberAt(cache, ["replicas"]) ?? numberAt(cache, ["replicas", "min"]);
  if (numberAt(raw, ["network", "zones"]) !== 1 || replicas === undefined || replicas === 0) return [];
  return [
    { segments: [...way, "replicas"], says: "needs two zones, and headroom:network.zones is 1; write zones: 2 there, or replicas: 0" },
  ];
}
