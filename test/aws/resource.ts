import type { Registered } from "../components/registered";

/** A resource for the tests of a check. */
export const resource = (type: string, name: string, inputs: Record<string, unknown>): Registered => ({
  type,
  name,
  inputs,
  ignoreChanges: [],
  waitsFor: [],
});
