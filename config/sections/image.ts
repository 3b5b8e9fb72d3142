import { matching } from "../values";

/** `<registry>/<path>:<tag>` or `@sha256:<digest>`: what runs is then the same on every host and every day. 255 characters at most, as ECS has it. */
const IMAGE =
  /^(?=.{1,255}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)+(?::\w[\w.-]{0,127}|(?::\w[\w.-]{0,127})?@sha256:[0-9a-f]{64})$/;

export const image = (example: string) =>
  matching(IMAGE, `a container image with its registry and its tag or digest, such as "${example}"`);
