/** Stands for the function that begins a visibility check: put yours here. */
export const handler = async () => ({ statusCode: 200, headers: { "content-type": "application/json" }, body: "{}" });
