/** Stands for the function that takes a file: put yours here. */
export const handler = async () => ({ statusCode: 200, headers: { "content-type": "application/json" }, body: "{}" });
