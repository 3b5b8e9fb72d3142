import { RAISED } from "./sections/traffic";
import type { ServiceConfig, StackConfig } from "./stack-schema";

/** A configuration in which what one word chooses has taken the place of what it stands for: floors by traffic, sizes by tier. */
export const inForce = (config: StackConfig): StackConfig => ({
  ...config,
  services: Object.fromEntries(
    Object.entries(config.services).map(([name, service]) => [
      name,
      { ...service, size: sizeOf(service), scale: { ...service.scale, min: floorOf(service, config.traffic) } },
    ]),
  ),
});

const sizeOf = ({ size, sizes, sizeTier }: ServiceConfig): ServiceConfig["size"] =>
  sizeTier === undefined ? size : (sizes[sizeTier] ?? size);

/** The floor of the level, or of the nearest one below that has one. */
function floorOf({ scale }: ServiceConfig, traffic: StackConfig["traffic"]): number {
  const levels = traffic === "normal" ? [] : RAISED.slice(0, RAISED.indexOf(traffic) + 1);
  return levels.reduce((floor, level) => scale.floors[level] ?? floor, scale.min);
}
