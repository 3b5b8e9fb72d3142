import { status, type handleUnaryCall } from "@grpc/grpc-js";

/** Wraps a function of a request into a gRPC handler; what it throws becomes the call's error. */
export function unary<Request, Response>(handle: (request: Request) => Response | Promise<Response>): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => handle(call.request))
      .then(
        (response) => callback(null, response),
        (error: unknown) => callback({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) }),
      );
  };
}
