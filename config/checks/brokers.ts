import { brokerInstances, brokerVersions, instancesOf } from "../broker-instances";
import { shown } from "../problems";
import { entriesOf, numberAt, textAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

/** What one value of a broker says about another, and what the network allows it. */
export const brokers = (raw: Raw): readonly Said[] =>
  entriesOf(raw.brokers).flatMap(([name, broker]) =>
    textAt(broker, ["engine"]) === "nats" ? [] : [...instanceOfVersion(name, broker), ...zonesForCluster(raw, name, broker)],
  );

function instanceOfVersion(name: string, broker: unknown): readonly Said[] {
  const [version, instance] = [textAt(broker, ["version"]), textAt(broker, ["instance"])];
  if (version === undefined || instance === undefined || !brokerVersions.includes(version) || !brokerInstances.includes(instance))
    return [];
  const allowed = instancesOf(version);
  if (allowed.includes(instance)) return [];
  return [
    {
      segments: ["brokers", name, "instance"],
      says: `is ${shown(instance)}; write one on which Amazon MQ has RabbitMQ ${version}: ${allowed.join(", ")}`,
    },
  ];
}

function zonesForCluster(raw: Raw, name: string, broker: unknown): readonly Said[] {
  const zones = numberAt(raw, ["network", "zones"]);
  if (textAt(broker, ["deployment"]) !== "cluster" || zones === undefined || zones > 1) return [];
  return [
    {
      segments: ["brokers", name, "deployment"],
      says: 'is "cluster", which needs two zones, and headroom:network.zones is 1; write zones: 2 there, or deployment: single',
    },
  ];
}
