import { credentials } from "@grpc/grpc-js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { CallbackInvokeRequest, type Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  TransformRequest,
  TransformResponse,
  type RegisterResourceRequest,
  type TransformResourceOptions,
} from "@pulumi/pulumi/proto/resource_pb";
import type { JsonMap } from "./output-values";

export interface Transformed {
  readonly properties: JsonMap;
  readonly options: TransformResourceOptions;
}
/** A function of the program that changes a resource's properties and options before it is registered. */
export type Transform = (request: RegisterResourceRequest, properties: JsonMap, options: TransformResourceOptions) => Promise<Transformed>;

/** Calls back into the program: its SDK serves transforms on an address of its own. */
export class Callbacks {
  private readonly clients = new Map<string, CallbacksClient>();

  transform(callback: Callback): Transform {
    return async (resource, properties, options) => {
      const request = new TransformRequest();
      request.setType(resource.getType());
      request.setName(resource.getName());
      request.setCustom(resource.getCustom());
      request.setParent(resource.getParent());
      request.setProperties(Struct.fromJavaScript(properties));
      request.setOptions(options);
      const response = TransformResponse.deserializeBinary(await this.invoke(callback, request.serializeBinary()));
      return {
        properties: response.getProperties()?.toJavaScript() ?? properties,
        options: response.getOptions() ?? options,
      };
    };
  }

  close(): void {
    for (const client of this.clients.values()) client.close();
  }

  private invoke(callback: Callback, request: Uint8Array): Promise<Uint8Array> {
    const call = new CallbackInvokeRequest();
    call.setToken(callback.getToken());
    call.setRequest(request);
    return new Promise((resolve, reject) =>
      this.client(callback.getTarget()).invoke(call, (error, response) =>
        error === null ? resolve(response.getResponse_asU8()) : reject(new Error(`a resource transform failed: ${error.details}`)),
      ),
    );
  }

  private client(target: string): CallbacksClient {
    const existing = this.clients.get(target);
    if (existing !== undefined) return existing;
    const client = new CallbacksClient(target, credentials.createInsecure());
    this.clients.set(target, client);
    return client;
  }
}
