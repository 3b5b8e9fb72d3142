/**
 * Loaded into the program's process before anything else (`node -r`). It makes a recording fast without changing what
 * the program does, prints or throws. The SDK formats a stack trace for every promise that it makes, which nobody reads,
 * and a whole one for every resource, of which it keeps positions only; through source maps that is most of a run's time.
 *
 * - For a promise no frames are captured at all, unless PULUMI_DEBUG_PROMISE_LEAKS asks for them.
 * - For a resource each frame of the program is mapped once by whatever source-map support is installed, and remembered.
 * - npm's dependency resolver, which the SDK loads for few programs, is loaded by those only.
 * - What a program throws is reported without colours, which can take Node.js a minute.
 * - Every other error is formatted as it would be without this module.
 */
import Module, { createRequire } from "node:module";
import { inspect } from "node:util";

/** V8's call site, with what its type declaration leaves out. */
interface Frame extends NodeJS.CallSite {
  getPosition(): number;
  toString(): string;
}
type Prepare = (error: Error, frames: Frame[]) => unknown;
type Extension = (module: NodeJS.Module, file: string) => void;

const debuggableFile = /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]debuggable\.js$/;
const packageFile = /[\\/]node_modules[\\/]/;
const resourceFile = /[\\/]@pulumi[\\/]pulumi[\\/]resource\.js$/;

interface Debuggable {
  debuggablePromise(promise: Promise<unknown>, context: unknown): Promise<unknown>;
}

/**
 * Waits for the runner to load the SDK's wrapper of promises, then takes the hook out again, before ts-node puts its own
 * there and the program starts: so no frame of this module stands in a stack trace.
 */
function onSdk(loaded: (sdk: Debuggable, sdkRequire: NodeJS.Require) => void): void {
  const extensions = (Module as unknown as { _extensions: Record<string, Extension> })._extensions;
  const load = extensions[".js"];
  if (load === undefined) return;
  const hook: Extension = (module, file) => {
    load(module, file);
    if (!debuggableFile.test(file)) return;
    if (extensions[".js"] === hook) extensions[".js"] = load;
    loaded(module.exports as Debuggable, createRequire(file));
  };
  extensions[".js"] = hook;
}

/** Is the SDK wrapping a promise just now? */
let sparing = false;

function withoutFrames(sdk: Debuggable): void {
  const wrap = sdk.debuggablePromise;
  sdk.debuggablePromise = (promise, context) => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    sparing = true;
    try {
      return wrap(promise, context);
    } finally {
      sparing = false;
      Error.stackTraceLimit = limit;
    }
  };
}

/**
 * The SDK loads npm's dependency resolver, some 300 modules, for programs that serialise functions into Lambdas. Others
 * never touch it. What stands in the module cache instead becomes the resolver when it is first used.
 * @param sdkRequire resolves as the SDK's module that wants it does.
 */
function deferDependencyResolver(sdkRequire: NodeJS.Require): void {
  const file = resolved(sdkRequire, "@npmcli/arborist");
  if (file === undefined || sdkRequire.cache[file] !== undefined) return;
  const load = (): Resolver => {
    if (sdkRequire.cache[file] === standIn) delete sdkRequire.cache[file];
    return sdkRequire(file) as Resolver;
  };
  const standIn = new Module(file);
  standIn.loaded = true;
  standIn.exports = new Proxy(function () {} as unknown as Resolver, {
    // "An ES module" is handed on as it is; anything else would be copied, member by member.
    get: (_, member) => (member === "__esModule" ? true : member === "default" ? load() : Reflect.get(load(), member)),
    construct: (_, args) => new (load())(...args),
  });
  sdkRequire.cache[file] = standIn;
}
type Resolver = new (...args: unknown[]) => object;

/** Undefined where an SDK of another version does without it. */
function resolved(from: NodeJS.Require, request: string): string | undefined {
  try {
    return from.resolve(request);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
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
    if (sparing) return String(error);
    const top = frames[0];
    if (top?.getFunctionName() !== "callsites" || !resourceFile.test(top.getFileName() ?? "")) return prepare(error, frames);
    return frames.reduce((text, frame) => text + line(prepare, error, frame, lines), String(error));
  };
}

/**
 * One frame as `prepare` prints it; the same place in the code is always printed with the same position. Frames of
 * packages are not looked up in their source maps: what made a resource is the innermost frame of the program.
 */
function line(prepare: Prepare, error: Error, frame: Frame, lines: Map<string, string>): string {
  const file = frame.getFileName() ?? frame.getEvalOrigin() ?? "";
  const place = `${file}:${frame.getPosition()}`;
  const remembered = lines.get(place);
  if (remembered !== undefined) return remembered;
  const printed = packageFile.test(file) ? `\n    at ${frame.toString()}` : String(prepare(error, [frame]));
  const text = printed.slice(printed.lastIndexOf("\n    at "));
  lines.set(place, text);
  return text;
}

/**
 * The SDK formats what a program throws with colours. Node.js (20.20) then looks for names of packages in each line of the
 * trace, and on the shortened paths that the SDK's own source maps give it grows a string until memory ends, for a minute.
 * The recorder takes colours off anyway.
 */
function reportWithoutColours(sdkRequire: NodeJS.Require): void {
  const file = resolved(sdkRequire, "../cmd/run/error");
  if (file === undefined) return;
  const runner = sdkRequire(file) as { defaultErrorMessage?: (error: unknown) => string };
  const report = runner.defaultErrorMessage;
  if (report === undefined) return;
  runner.defaultErrorMessage = (error) => (error instanceof Error && error.stack ? inspect(error) : report(error));
}

/** A recorder that is killed cannot end its program: the program notices. */
function endWithRecorder(): void {
  const recorder = process.ppid;
  setInterval(() => {
    if (process.ppid !== recorder) process.kill(process.pid, "SIGKILL");
  }, 500).unref();
}

onSdk((sdk, sdkRequire) => {
  if (!process.env["PULUMI_DEBUG_PROMISE_LEAKS"]) withoutFrames(sdk);
  deferDependencyResolver(sdkRequire);
  reportWithoutColours(sdkRequire);
});
rememberPositions();
endWithRecorder();
