import { chain, known, map, type Maybe } from "../../graph/maybe";
import type { ValueMap } from "../../graph/value";
import { all, asString, listAt, numberAt, required, type Found } from "../properties";
import type { EcsServiceOwner, Setting } from "../scaling-model";
import { seconds, type Seconds } from "../units";

type Resolutions = EcsServiceOwner["resolution"];

/**
 * How often ECS publishes a service's CPU and memory: each minute unless one of the service's metric configurations names
 * the metric. Source: Amazon ECS API reference, `MonitoringConfiguration`, `MetricConfiguration`; read 2026-11-25.
 */
export function resolutionsOf(configurations: Found<readonly Maybe<ValueMap>[]>): Resolutions {
  if (configurations === undefined) return { cpu: usual, memory: usual };
  return { cpu: resolutionOf("CPUUtilization", configurations), memory: resolutionOf("MemoryUtilization", configurations) };
}

const usual: Setting<Seconds> = { value: known(seconds(60)), given: false };

/** Where one configuration cannot be read, any metric may be meant. */
function resolutionOf(metric: string, configurations: Maybe<readonly Maybe<ValueMap>[]>): Setting<Seconds> {
  const named = chain(configurations, (list) =>
    all(list.map((one) => map(namesIn(one), (names) => ({ one, named: names.includes(metric) })))),
  );
  if (!named.known) return { value: named, given: true };
  const own = named.value.find((each) => each.named);
  return own === undefined ? usual : { value: map(required(numberAt(own.one, "resolutionSeconds")), seconds), given: true };
}

const namesIn = (configuration: Maybe<ValueMap>): Maybe<readonly string[]> =>
  chain(required(listAt(configuration, "metricNames")), (names) => all(names.map((name) => chain(name, asString))));
