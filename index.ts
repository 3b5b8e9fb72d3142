import * as pulumi from "@pulumi/pulumi";
import { Platform } from "./components";
import { stackConfig } from "./config/from-pulumi";

const config = stackConfig();
const platform = new Platform("headroom", { config, where: { project: pulumi.getProject(), stack: pulumi.getStack() } });

const outputs = {
  url: platform.url,
  cdnUrl: platform.cdnUrl,
  assetBucket: platform.assetBucket,
  apiUrl: platform.apiUrl,
  apiDomainTarget: platform.apiDomainTarget,
  clusterName: platform.clusterName,
  repositoryUrls: platform.repositoryUrls,
  queueUrls: platform.queueUrls,
  maxConnections: platform.maxConnections,
  topicArn: platform.topicArn,
};

/** What a stack's file asks for: Pulumi warns of an output without a value. */
export = Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
