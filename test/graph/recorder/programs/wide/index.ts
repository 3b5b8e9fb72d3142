import * as pulumi from "@pulumi/pulumi";
import { Group, TestProvider, Thing } from "./thing";

const config = new pulumi.Config();
pulumi.log.info("from the program");
pulumi.log.warn("mind the gap");
console.log("printed");

const base = new Thing("base", { size: config.requireNumber("size") }, { ignoreChanges: ["size"], protect: true });
new Thing("uses-computed", { from: base.computed, list: ["a", base.computed] });
new Thing("uses-known", { size: base.size.apply((size) => (size ?? 0) + 1) });
new Thing("uses-secret", { from: config.requireSecret("password"), list: [pulumi.secret("hush")] });
new Thing("after", {}, { dependsOn: [base], aliases: [{ name: "before" }] });
new Thing("transformed", { size: 1, from: base.computed }, { transforms: [({ props, opts }) => ({ props: { ...props, size: 7 }, opts })] });
new Group(
  "group",
  { configPath: "test:group" },
  {
    transforms: [({ type, props, opts }) => (type === "test:index/thing:Thing" ? { props: { ...props, from: "group" }, opts } : undefined)],
  },
);
new Group("protected", { configPath: "test:protected" }, { protect: true });
const provider = new TestProvider("explicit");
new Thing("with-provider", {}, { provider });
new Group("with-providers", { configPath: "test:providers" }, { providers: [provider] });

const other = new pulumi.StackReference("organization/other/dev");
new Thing("uses-stack", { from: other.getOutput("url") });
const answered = pulumi.output(pulumi.runtime.invokeOutput<{ accountId: string }>("aws:index/getCallerIdentity:getCallerIdentity", {}));
const unanswered = pulumi.output(pulumi.runtime.invokeOutput<{ id: string }>("test:index:lookup", {}));
new Thing("uses-functions", { list: [answered.accountId, unanswered.id] });
const found = new Thing("found", {}, { id: "id-1" });
new Thing("uses-found", { from: found.computed });
const zones = pulumi.runtime.invokeOutput<{ names: string[] }>("aws:index/getAvailabilityZones:getAvailabilityZones", {});

export const size = base.size;
export const computed = base.computed;
export const zone = zones.apply(({ names }) => names[0]);
export const hidden = pulumi.secret("hush");
