import type { CreateQueueCommandInput, SetQueueAttributesCommandInput } from "@aws-sdk/client-sqs";
import { as, capital, kind } from "../kind";
import type { Clients } from "../clients";
import type { Kind } from "../kind";

/** An attribute is a text, whatever it says. */
const attribute = (name: string) => as("Attributes", (given) => ({ [name]: typeof given === "string" ? given : String(given) }));
const attributes = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, attribute(capital(name))]));

const set = async ({ sqs }: Clients, request: SetQueueAttributesCommandInput) => {
  await sqs.setQueueAttributes(request);
  return {};
};
const attributesOf = async ({ sqs }: Clients, { QueueUrl }: SetQueueAttributesCommandInput) => ({
  QueueUrl,
  ...(await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ["All"] })),
});

export const queues: Readonly<Record<string, Kind>> = {
  "aws:sqs/queue:Queue": kind<CreateQueueCommandInput>({
    nameIn: "QueueName",
    fields: {
      ...attributes("fifoQueue", "contentBasedDeduplication", "deduplicationScope", "fifoThroughputLimit", "delaySeconds"),
      ...attributes("redrivePolicy", "redriveAllowPolicy", "sqsManagedSseEnabled"),
      name: as("QueueName"),
      maxMessageSize: attribute("MaximumMessageSize"),
      messageRetentionSeconds: attribute("MessageRetentionPeriod"),
      receiveWaitTimeSeconds: attribute("ReceiveMessageWaitTimeSeconds"),
      visibilityTimeoutSeconds: attribute("VisibilityTimeout"),
      tags: as("tags"),
    },
    create: async ({ sqs }, request) => {
      const { QueueUrl } = await sqs.createQueue(request);
      return { url: QueueUrl, id: QueueUrl };
    },
    read: async ({ sqs }, { QueueName }) => {
      const { QueueUrl } = await sqs.getQueueUrl({ QueueName });
      const { Attributes } = await sqs.getQueueAttributes({ QueueUrl, AttributeNames: ["All"] });
      const { Tags } = await sqs.listQueueTags({ QueueUrl });
      return { QueueName: Attributes?.QueueArn?.split(":").at(-1), Attributes, tags: Tags };
    },
  }),
  "aws:sqs/queuePolicy:QueuePolicy": kind<SetQueueAttributesCommandInput>({
    fields: { queueUrl: as("QueueUrl"), policy: attribute("Policy") },
    create: set,
    read: attributesOf,
  }),
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": kind<SetQueueAttributesCommandInput>({
    fields: { queueUrl: as("QueueUrl"), ...attributes("redriveAllowPolicy") },
    create: set,
    read: attributesOf,
    lost: ["Attributes.RedriveAllowPolicy"],
  }),
};
