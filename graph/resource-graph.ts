import type { Maybe } from "./maybe";
import type { ValueMap } from "./value";

/** `urn:pulumi:<stack>::<project>::<parent types$type>::<name>` */
export type Urn = string;

/** Where in the program a resource was made. */
export interface SourcePosition {
  /** Relative to the project's folder when inside it, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One resource as the engine would see it on registration. What the source cannot know is unknown, never empty. */
export interface Resource {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  /** False for components. */
  readonly custom: boolean;
  /** A component that a provider expands (awsx); its children are not in a recording. */
  readonly remote: boolean;
  /** Read, not managed: what it is was decided elsewhere, so its inputs say nothing. */
  readonly external: boolean;
  readonly parent: Urn | undefined;
  /** The provider's id; unknown until it is deployed. */
  readonly id: Maybe<string>;
  readonly inputs: ValueMap;
  /** Known in an export and where a preview repeats state; unknown on a first preview. */
  readonly outputs: Maybe<ValueMap>;
  readonly dependencies: readonly Urn[];
  /** Per input property, the resources whose outputs it was made of. */
  readonly propertyDependencies: Maybe<Readonly<Record<string, readonly Urn[]>>>;
  readonly ignoreChanges: Maybe<readonly string[]>;
  readonly protect: Maybe<boolean>;
  readonly aliases: Maybe<readonly string[]>;
  /** `<urn>::<id>` of an explicit provider; undefined for the default one. */
  readonly provider: string | undefined;
  readonly position: Maybe<SourcePosition>;
}

/** Where a graph came from. */
export type Source = "recording" | "policy pack" | "preview" | "plan" | "export";

/** All resources of one stack, in the order of registration. Resources that are being deleted are left out. */
export interface ResourceGraph {
  readonly source: Source;
  readonly project: string;
  readonly stack: string;
  readonly resources: readonly Resource[];
  /** The configured default region of AWS (`aws:region`, or the default provider's). */
  readonly region: Maybe<string>;
  /** The stack's file, as whoever asked named it; undefined where nobody said another than `Pulumi.<stack>.yaml`. */
  readonly stackFile?: string | undefined;
  /** What the stack exports. */
  readonly outputs: Maybe<ValueMap>;
}
