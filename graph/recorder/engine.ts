import { stripVTControlCharacters } from "node:util";
import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import * as proto from "@pulumi/pulumi/proto/engine_pb";
import type { Message } from "./errors";
import { unary } from "./unary";

const severities: readonly Message["severity"][] = ["debug", "info", "warning", "error"];

/** The engine's other service: it hears what the program logs, and remembers the root resource. */
export class RecordingEngine {
  readonly messages: Message[] = [];
  private root = "";

  service(): UntypedServiceImplementation {
    return {
      log: unary((request: proto.LogRequest) => {
        const severity = severities[request.getSeverity()] ?? "info";
        if (severity !== "debug")
          this.messages.push({ severity, text: stripVTControlCharacters(request.getMessage()), urn: request.getUrn() || undefined });
        return new Empty();
      }),
      getRootResource: unary(() => new proto.GetRootResourceResponse().setUrn(this.root)),
      setRootResource: unary((request: proto.SetRootResourceRequest) => {
        this.root = request.getUrn();
        return new proto.SetRootResourceResponse();
      }),
      requirePulumiVersion: unary(() => new proto.RequirePulumiVersionResponse()),
      startDebugging: unary(() => new Empty()),
    };
  }
}
