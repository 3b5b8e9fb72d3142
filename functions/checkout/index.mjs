/** Takes an order and answers with its number: the smallest function that the HTTP API can stand before. */
export const handler = async ({ requestContext }) => ({
  statusCode: 202,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ order: requestContext?.requestId ?? null }),
});
