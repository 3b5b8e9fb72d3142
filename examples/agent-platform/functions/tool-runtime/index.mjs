/** Stands for a runtime of tools: takes one call from the queue. Put your own in its place. */
export const handler = async ({ Records: records = [] }) => {
  for (const { messageId } of records) console.log(JSON.stringify({ tool: "none", call: messageId }));
  return { batchItemFailures: [] };
};
