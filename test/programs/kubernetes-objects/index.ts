import * as kubernetes from "@pulumi/kubernetes";

const labels = { app: "web" };
const namespace = new kubernetes.core.v1.Namespace("apps");
const web = new kubernetes.apps.v1.Deployment("web", {
  metadata: { namespace: namespace.metadata.name, labels },
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: { containers: [{ name: "web", image: "nginx", resources: { requests: { cpu: "250m", memory: "256Mi" } } }] },
    },
  },
});
new kubernetes.autoscaling.v2.HorizontalPodAutoscaler("web", {
  metadata: { namespace: namespace.metadata.name },
  spec: {
    minReplicas: 2,
    maxReplicas: 10,
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: web.metadata.name },
    metrics: [{ type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } } }],
  },
});
new kubernetes.apiextensions.CustomResource("scaled", {
  apiVersion: "keda.sh/v1alpha1",
  kind: "ScaledObject",
  metadata: { name: "scaled" },
  spec: { scaleTargetRef: { name: web.metadata.name }, minReplicaCount: 0, maxReplicaCount: 5 },
});
