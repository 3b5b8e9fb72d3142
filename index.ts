import * as pulumi from "@pulumi/pulumi";
import { Platform } from "./components";
import { stackConfig } from "./config/from-pulumi";

const config = stackConfig();
const platform = new Platform("headroom", { config, where: { project: pulumi.getProject(), stack: pulumi.getStack() } });

export const url = platform.url;
export const cdnUrl = platform.cdnUrl;
export const assetBucket = platform.assetBucket;
export const apiUrl = platform.apiUrl;
export const apiDomainTarget = platform.apiDomainTarget;
export const clusterName = platform.clusterName;
export const queueUrls = platform.queueUrls;
export const maxConnections = platform.maxConnections;
export const topicArn = platform.topicArn;
