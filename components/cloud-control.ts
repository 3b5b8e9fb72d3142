import { Provider } from "@pulumi/aws-native/provider";
import type { Region } from "@pulumi/aws-native";
import type * as pulumi from "@pulumi/pulumi";

/** A function that makes the provider for what only AWS Cloud Control can make, the first time that somebody asks for it. */
export function cloudControlIn(region: pulumi.Output<string>, options: pulumi.ResourceOptions): () => Provider {
  let provider: Provider | undefined;
  return () => (provider ??= new Provider("cloud-control", { region: region.apply(checked) }, options));
}

/** The list of regions in the SDK is as old as the SDK; AWS's own answer is newer. */
const isRegion = (text: string): text is Region => /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(text);

function checked(text: string): Region {
  if (!isRegion(text)) throw new Error(`${text} is not an AWS region`);
  return text;
}
