import type { PolicyConfigSchema, PolicyPackArgs, ReportViolation, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { PolicyPackSource } from "../graph/sources/policy-pack";
import { readModel, type ScalingModel } from "../model";
import { weightOfDoubt, type Undecided } from "./enforcement";
import { judgeBy } from "./judge";
import { doubtSentence, sentence, type ParameterValue, type Rule, type Subject } from "./rule";
import { rules } from "./rules";

/** Every rule as a stack policy of the same id, and one resource policy that rejects nothing: it keeps what a program asked for. */
export function packArgs(source: PolicyPackSource = new PolicyPackSource()): PolicyPackArgs {
  const modelOf = modelReader(source);
  return {
    description: "Refuses autoscaling that would not scale, would flap, or that nobody pays attention to",
    enforcementLevel: "mandatory",
    policies: [inputsPolicy(source), ...rules.map((rule) => rulePolicy(rule, modelOf))],
  };
}

type StackArgs = Parameters<StackValidationPolicy["validateStack"]>[0];
type ModelOf = (args: StackArgs) => ScalingModel;

/** The stack policies of one request share one graph, and so one model. */
function modelReader(source: PolicyPackSource): ModelOf {
  const models = new WeakMap<object, ScalingModel>();
  return (args) => {
    const graph = source.graph(args);
    const model = models.get(graph) ?? readModel(graph);
    models.set(graph, model);
    return model;
  };
}

const inputsPolicy = (source: PolicyPackSource): ResourceValidationPolicy => ({
  name: "headroom-inputs",
  description: "Rejects nothing. Keeps what the program asked for, which the other rules read",
  enforcementLevel: "advisory",
  validateResource: (args) => source.collectInputs(args),
});

function rulePolicy(rule: Rule, modelOf: ModelOf): StackValidationPolicy {
  return {
    name: rule.id,
    description: rule.title,
    enforcementLevel: rule.level,
    configSchema: schemaOf(rule),
    validateStack: (args, report) => answer(rule, modelOf(args), args, violationReporter(report)),
  };
}

/** The engine applies the configured level and leaves disabled policies out; parameters and `unknown` are ours. */
function answer(rule: Rule, model: ScalingModel, args: StackArgs, report: Report): void {
  const { unknown = "by tier", ...parameters } = args.getConfig<PackConfig>();
  const verdict = judgeBy(rule, model, { [rule.id]: { parameters } })?.verdict;
  if (verdict === undefined || verdict.verdict === "pass") return;
  if (verdict.verdict === "notApplicable") return args.notApplicable(verdict.reason);
  if (verdict.verdict === "fail") for (const finding of verdict.findings) report(sentence(finding), finding.subject);
  const weight = weightOfDoubt(rule.level, model.stack.tier, unknown);
  for (const doubt of verdict.unknowns) report(doubtSentence(doubt, weight), doubt.subject, weight);
}

type PackConfig = { unknown?: Undecided } & Record<string, ParameterValue>;

type Report = (message: string, subject: Subject, weight?: "mandatory" | "advisory") => void;

/**
 * The server puts a policy's description before a message that is text, and gives it the policy's level; of an object it
 * takes message and level as they are. Its types do not say so: `test/policies/pack.test.ts` holds it to that.
 */
function violationReporter(report: ReportViolation): Report {
  const reportAsObject = report as unknown as (violation: { message: string; urn?: string; enforcementLevel?: "advisory" }) => void;
  return (message, { at }, weight) =>
    reportAsObject({
      message,
      ...(at === "stack" ? {} : { urn: at.urn }),
      ...(weight === "advisory" ? { enforcementLevel: weight } : {}),
    });
}

function schemaOf(rule: Rule): PolicyConfigSchema {
  const parameters = Object.entries(rule.parameters).map(([name, value]) => [name, { type: jsonType(value), default: value }] as const);
  return {
    properties: {
      ...Object.fromEntries(parameters),
      unknown: {
        type: "string",
        enum: ["by tier", "mandatory", "advisory"],
        default: "by tier",
        description: "What the rule weighs where it cannot decide; by tier: as the rule itself in prod, advisory elsewhere.",
      },
    },
  };
}

const jsonType = (value: ParameterValue): "number" | "string" | "boolean" => typeof value as "number" | "string" | "boolean";
