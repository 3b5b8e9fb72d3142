/** Works on orders of the queue and reports those that failed, so that only they come back. */
export const handler = async ({ Records }) => {
  const results = await Promise.allSettled(Records.map(fulfil));
  const failed = Records.filter((_, i) => results[i].status === "rejected");
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};

/** @throws SyntaxError for a body that is not JSON */
const fulfil = async ({ body }) => JSON.parse(body);
