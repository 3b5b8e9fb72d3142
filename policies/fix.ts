import type { ResourceRef, Stack } from "../model";

/** What a finding may ask a user to change. */
export type SettingName = "minimum" | "maximum" | "scale-in cooldown" | "step cooldown" | "subscribers" | "limit" | "period";

/** Where the stack's file has what scales: below a component's own path, by the section that it stands in. */
const scaling: readonly (readonly [section: string, type: string, prefix: string])[] = [
  ["services", "", "scale."],
  ["functions.provisioned", "", ""],
  ["databases", "aws:rds/cluster:", "capacity."],
  ["databases", "", "readers."],
  ["caches.shards", "", ""],
  ["caches.replicas", "", ""],
];
const ofScaling = (key: string): ConfigKeys => scaling.map(([section, type, prefix]) => [section, type, `${prefix}${key}`]);

/** By the section of the stack's file and the start of the resource's type; the first that fits. */
type ConfigKeys = readonly (readonly [section: string, type: string, key: string])[];
const configKeys: Readonly<Record<SettingName, ConfigKeys>> = {
  minimum: ofScaling("min"),
  maximum: ofScaling("max"),
  "scale-in cooldown": ofScaling("scaleInCooldown"),
  "step cooldown": [["services", "", "scale.scaleInCooldown"]],
  subscribers: [["budget", "", "notify"]],
  limit: [["budget", "", "monthly"]],
  period: [],
};

/** What Headroom's components set where a stack's file gives no `scaleInCooldown`, in seconds, by section; `config/sections` has them. */
const defaultCooldowns: ReadonlyMap<string, number> = new Map([
  ["services", 300],
  ["functions.provisioned", 300],
  ["databases", 300],
  ["caches.shards", 900],
  ["caches.replicas", 900],
]);

/** Of a raw resource, by the start of its type; the first that fits. */
const properties: Readonly<Record<SettingName, readonly (readonly [type: string, property: string])[]>> = {
  minimum: [
    ["aws:rds/cluster", "serverlessv2ScalingConfiguration.minCapacity"],
    ["kubernetes:", "spec.minReplicas"],
    ["", "minCapacity"],
  ],
  maximum: [
    ["aws:rds/cluster", "serverlessv2ScalingConfiguration.maxCapacity"],
    ["kubernetes:", "spec.maxReplicas"],
    ["", "maxCapacity"],
  ],
  "scale-in cooldown": [["", "targetTrackingScalingPolicyConfiguration.scaleInCooldown"]],
  "step cooldown": [["", "stepScalingPolicyConfiguration.cooldown"]],
  subscribers: [["", "notifications[].subscriberEmailAddresses"]],
  limit: [["", "limitAmount"]],
  period: [["", "timeUnit"]],
};

/** Where a setting is changed: a key of the stack's file when a component of ours made the resource, else the resource's property. */
export interface Place {
  readonly kind: "config" | "resource";
  /** `headroom:services.worker.scale.max`, or `maxCapacity`. */
  readonly name: string;
  /** `Pulumi.dev.yaml`, or `aws:appautoscaling/target:Target "worker"`. */
  readonly holder: string;
  /** Seconds that apply where the stack's file leaves the key out; undefined for what has no such default. */
  readonly standard: number | undefined;
}

export function placeOf(setting: SettingName, at: ResourceRef, stack: Stack): Place {
  const section = sectionOf(at.component?.configPath);
  const key = configKeys[setting].find(([own, start]) => own === section && at.type.startsWith(start))?.[2];
  if (section === undefined || key === undefined)
    return { kind: "resource", name: propertyOf(setting, at.type), holder: resourceName(at), standard: undefined };
  const standard = key.endsWith("scaleInCooldown") ? defaultCooldowns.get(section) : undefined;
  return { kind: "config", name: `${at.component?.configPath}.${key}`, holder: stack.file, standard };
}

/** `Set headroom:services.worker.scale.max in Pulumi.dev.yaml to 5 or more.` */
export const setTo = (place: Place, value: string): string =>
  `Set ${place.name} ${place.kind === "config" ? "in" : "of"} ${place.holder} to ${value}.`;

/** As `setTo`, where leaving the key out of the stack's file gives a default, in words, that is good enough. */
export const removeOrSetTo = (place: Place, standard: string, value: string): string =>
  place.kind === "config"
    ? `Remove ${place.name} from ${place.holder} (the default is ${standard}), or set it to ${value}.`
    : setTo(place, value);

export const resourceName = (at: Pick<ResourceRef, "type" | "name">): string => `${at.type} "${at.name}"`;

/**
 * The section of the stack's file that a path of ours leads to, with what it names below its own name: `services` of
 * `headroom:services.worker`, `caches.shards` of `headroom:caches.sessions.shards`.
 */
function sectionOf(configPath: string | undefined): string | undefined {
  const [, section, below = ""] = configPath?.match(/^headroom:(\w+)(?:\.[^.]+(\.\w+)?)?$/) ?? [];
  return section === undefined ? undefined : `${section}${below}`;
}

const propertyOf = (setting: SettingName, type: string): string =>
  properties[setting].find(([start]) => type.startsWith(start))?.[1] ?? setting;
