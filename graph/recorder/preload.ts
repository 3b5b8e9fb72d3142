/**
 * Loaded into the program's process before anything else (`node -r`). It makes a recording fast without changing what
 * the program does, prints or throws. The SDK formats a stack trace for every promise that it makes, which nobody reads,
 * and a whole one for every resource, of which it keeps positions only; through source maps that is most of a run's time.
 *
 * - For a promise no frames are captured at all, unless PULUMI_DEBUG_PROMISE_LEAKS asks for them.
 * - For a resource each frame is mapped once by whatever source-map support is installed, and remembered.
 * - npm's dependency resolver, which the SDK loads for few programs, is loaded by those only.
 * - Every other error is formatted as it would be without this module.
 */
import Module from "node:module";

type Prepare = (error: Error, frames: NodeJS.CallSite[]) => unknown;
type Extension = (module: NodeJS.Module, file: string) => void;

const debuggableFile = /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]debuggable\.js$/;
const codePathsFile = /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]closure[\\/]codePaths\.js$/;
const resourceFile = /[\\/]@pulumi[\\/]pulumi[\\/]resource\.js$/;

interface Debuggable {
  debuggablePromise(promise: Promise<unknown>, context: unknown): Promise<unknown>;
}

/**
 * Replaces the SDK's wrapper of promises when the runner loads it, then takes the hook out again, before ts-node puts its
 * own there: so no frame of this module stands in a stack trace.
 */
function spareStackTraces(): void {
  const extensions = (Module as unknown as { _extensions: Record<string, Extension> })._extensions;
  const load = extensions[".js"];
  if (load === undefined) return;
  const hook: Extension = (module, file) => {
    load(module, file);
    if (!debuggableFile.test(file)) return;
    withoutFrames(module.exports as Debuggable);
    if (extensions[".js"] === hook) extensions[".js"] = load;
  };
  extensions[".js"] = hook;
}

function withoutFrames(sdk: Debuggable): void {
  const wrap = sdk.debuggablePromise;
  sdk.debuggablePromise = (promise, context) => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      return wrap(promise, context);
    } finally {
      Error.stackTraceLimit = limit;
    }
  };
}

/**
 * The SDK loads npm's dependency resolver, some 300 modules, for programs that serialise functions into Lambdas. Others
 * never touch it: it is loaded when it is first used.
 */
function deferDependencyResolver(): void {
  const loader = Module as unknown as { _load(request: string, parent: NodeJS.Module | undefined, isMain: boolean): unknown };
  const load = loader._load;
  const hook: typeof load = (request, parent, isMain) => {
    if (request !== "@npmcli/arborist" || !codePathsFile.test(parent?.filename ?? "")) return load(request, parent, isMain);
    if (loader._load === hook) loader._load = load;
    return {
      __esModule: true,
      get Arborist(): unknown {
        return (load(request, parent, isMain) as { Arborist: unknown }).Arborist;
      },
    };
  };
  loader._load = hook;
}

/**
 * Whoever sets `Error.prepareStackTrace` (source-map support, ts-node, a library that reads call sites) gets their function
 * wrapped. Setting a wrapped one again, as libraries do to restore it, puts back just that one.
 */
function rememberPositions(): void {
  const wrapped = new WeakSet<Prepare>();
  const wrap = (prepare: unknown): unknown => {
    if (typeof prepare !== "function" || wrapped.has(prepare as Prepare)) return prepare;
    const remembering = remember(prepare as Prepare);
    wrapped.add(remembering);
    return remembering;
  };
  let current: unknown = wrap(Error.prepareStackTrace);
  Object.defineProperty(Error, "prepareStackTrace", {
    configurable: true,
    enumerable: true,
    get: () => current,
    set: (prepare: unknown) => {
      current = wrap(prepare);
    },
  });
}

function remember(prepare: Prepare): Prepare {
  const lines = new Map<string, string>();
  return (error, frames) => {
    const top = frames[0];
    if (top === undefined || top.getFunctionName() !== "callsites" || !resourceFile.test(top.getFileName() ?? ""))
      return prepare(error, frames);
    return frames.reduce((text, frame) => text + line(prepare, error, frame, lines), String(error));
  };
}

/** One frame as `prepare` prints it; the same place in the code is always printed with the same position. */
function line(prepare: Prepare, error: Error, frame: NodeJS.CallSite, lines: Map<string, string>): string {
  const place = `${frame.getFileName() ?? frame.getEvalOrigin() ?? ""}:${(frame as unknown as { getPosition(): number }).getPosition()}`;
  const remembered = lines.get(place);
  if (remembered !== undefined) return remembered;
  const printed = String(prepare(error, [frame]));
  const text = printed.slice(printed.lastIndexOf("\n    at "));
  lines.set(place, text);
  return text;
}

if (!process.env["PULUMI_DEBUG_PROMISE_LEAKS"]) spareStackTraces();
deferDependencyResolver();
rememberPositions();
