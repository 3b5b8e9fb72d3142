/** Stands for the function that tells which persona a visitor is: put yours here. */
export const handler = async () => ({ statusCode: 200, headers: { "content-type": "application/json" }, body: "{}" });
