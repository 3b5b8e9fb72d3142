import type { ResourceRef, Stack } from "../model";

/** What a finding may ask a user to change. */
export type SettingName = "minimum" | "maximum" | "scale-in cooldown" | "step cooldown" | "subscribers" | "limit" | "period";

/** Below a component's own path, by the section of the stack's file that it stands in. */
const configKeys: Readonly<Record<SettingName, Readonly<Record<string, string>>>> = {
  minimum: { services: "scale.min" },
  maximum: { services: "scale.max" },
  "scale-in cooldown": { services: "scale.scaleInCooldown" },
  "step cooldown": {},
  subscribers: { budget: "notify" },
  limit: { budget: "monthly" },
  period: {},
};

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
}

export function placeOf(setting: SettingName, at: ResourceRef, stack: Stack): Place {
  const key = configKey(setting, at.component?.configPath);
  return key === undefined
    ? { kind: "resource", name: propertyOf(setting, at.type), holder: resourceName(at) }
    : { kind: "config", name: key, holder: stack.file };
}

/** `Set headroom:services.worker.scale.max in Pulumi.dev.yaml to 5 or more.` */
export const setTo = (place: Place, value: string): string =>
  `Set ${place.name} ${place.kind === "config" ? "in" : "of"} ${place.holder} to ${value}.`;

/** As `setTo`, where leaving the key out of the stack's file gives a default that is good enough. */
export const removeOrSetTo = (place: Place, standard: string, value: string): string =>
  place.kind === "config"
    ? `Remove ${place.name} from ${place.holder} (the default is ${standard}), or set it to ${value}.`
    : setTo(place, value);

export const resourceName = (at: Pick<ResourceRef, "type" | "name">): string => `${at.type} "${at.name}"`;

/** The section of the stack's file that a path of ours leads to: `services` of `headroom:services.worker`. */
function configKey(setting: SettingName, configPath: string | undefined): string | undefined {
  const section = configPath?.match(/^headroom:(\w+)/)?.[1];
  const keys = configKeys[setting];
  const key = section !== undefined && Object.hasOwn(keys, section) ? keys[section] : undefined;
  return key === undefined ? undefined : `${configPath}.${key}`;
}

const propertyOf = (setting: SettingName, type: string): string =>
  properties[setting].find(([start]) => type.startsWith(start))?.[1] ?? setting;
