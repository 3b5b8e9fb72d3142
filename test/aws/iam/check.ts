import { isDocumentedPattern, isKnown, takesAnything } from "./actions";
import { parseDocument } from "./document";
import type { Statement } from "./document";
import type { Kind } from "./documents";
import { unboundServices } from "./exceptions";

/** One thing that a statement must not do: what is wrong with it, in words that follow "statement 1". */
type Check = (statement: Statement, kind: Kind) => readonly string[];

/** Every fault of a policy document of a kind; none when it may be deployed. */
export function policyFaults(text: string, kind: Kind): readonly string[] {
  const parsed = parseDocument(text);
  if (!parsed.ok) return parsed.faults;
  const { statements } = parsed.document;
  return [
    ...sidsTwice(statements),
    ...statements.flatMap((statement, i) =>
      checks.flatMap((check) => check(statement, kind).map((fault) => `statement ${i + 1}${named(statement)} ${fault}`)),
    ),
  ];
}

const named = ({ sid }: Statement): string => (sid === undefined ? "" : ` (${sid})`);

function sidsTwice(statements: readonly Statement[]): readonly string[] {
  const sids = statements.flatMap(({ sid }) => sid ?? []);
  return [...new Set(sids.filter((sid, i) => sids.indexOf(sid) !== i))].map((sid) => `two statements have the Sid ${sid}`);
}

/** An identity's policy applies to the identity; every other one says to whom it applies. */
const principalWhereNeeded: Check = ({ principals, negated }, kind) => {
  const has = principals !== undefined || negated.includes("NotPrincipal");
  if (kind === "identity") return has ? ["names a principal, in the policy of an identity"] : [];
  return has ? [] : ["names no principal"];
};

/** A trust policy and a repository's policy apply to what they hang on; every other one says to what it applies. */
const resourceWhereNeeded: Check = ({ resources, negated }, kind) => {
  const has = resources.length > 0 || negated.includes("NotResource");
  if (kind === "trust" || kind === "repository") return has ? ["names a resource, where none may be named"] : [];
  return has ? [] : ["names no resource"];
};

const allowsNothingByNegation: Check = ({ effect, negated }) =>
  effect === "Allow" ? negated.map((element) => `allows by ${element}, which allows whatever is new`) : [];

const principalKinds = ["AWS", "Service", "Federated", "CanonicalUser"];

const principalsOfKnownForm: Check = ({ principals }) =>
  principals === undefined || principals === "*"
    ? []
    : Object.entries(principals).flatMap(([kind, who]) => [
        ...(principalKinds.includes(kind) ? [] : [`names a principal of the unknown kind ${kind}`]),
        ...who.filter((each) => !isPrincipal(kind, each)).map((each) => `names the principal "${each}", which is no ${kind}`),
      ]);

const isPrincipal = (kind: string, who: string): boolean => {
  if (who === "*") return true;
  if (kind === "Service") return /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(who);
  return kind !== "AWS" || /^(\d{12}|arn:aws[a-z-]*:(iam|sts|cloudfront)::(\d{12}|cloudfront):.+)$/.test(who);
};

const nobodyUnknownAllowed: Check = ({ effect, principals, conditions }) => {
  const anybody = principals === "*" || Object.values(principals ?? {}).some((who) => who.includes("*"));
  return effect === "Allow" && anybody && !boundToAccount(conditions) ? ["allows anybody"] : [];
};

const actionsOfKnownForm: Check = ({ actions }) =>
  actions
    .filter((action) => action !== "*" && !/^[a-z0-9-]+:(\*|[A-Za-z0-9]+\*?)$/.test(action))
    .map((action) => `names "${action}", which is no action`);

const actionsLookedUp: Check = ({ effect, actions }, kind) =>
  effect === "Deny"
    ? []
    : actions
        .filter((action) => /^[a-z0-9-]+:[A-Za-z0-9]+\*?$/.test(action) && !isKnown(action) && !isAccountsOwn(kind, action))
        .map((action) => `allows ${action}, which nobody has looked up: add it to test/aws/iam/actions.ts if AWS has it`);

/** `kms:*` for the account's root hands a key over to the account's own policies: KMS developer guide, default key policy. */
const isAccountsOwn = (kind: Kind, action: string): boolean => kind === "key" && action === "kms:*";

const actionsNamed: Check = ({ effect, actions, principals }, kind) =>
  effect === "Deny"
    ? []
    : actions
        .filter((action) => action.includes("*") && !isDocumentedPattern(action) && !(isAccountsOwn(kind, action) && isRoot(principals)))
        .map((action) => `allows ${action}; name the actions`);

const isRoot = (principals: Statement["principals"]): boolean =>
  principals !== undefined &&
  principals !== "*" &&
  Object.keys(principals).join() === "AWS" &&
  (principals.AWS ?? []).every((who) => /^arn:aws[a-z-]*:iam::\d{12}:root$/.test(who));

const ARN = /^arn:aws[a-z-]*:([a-z0-9-]+):[a-z0-9-]*:(?:\d{12}|aws|cloudfront)?:(.+)$/;

const resourcesOfKnownForm: Check = ({ resources }) =>
  resources.filter((resource) => resource !== "*" && !ARN.test(resource)).map((resource) => `names "${resource}", which is no ARN`);

/** In a key's policy, `*` is the key itself. */
const resourcesNamed: Check = ({ effect, resources, actions }, kind) => {
  if (effect === "Deny" || kind === "key") return [];
  return resources
    .filter((resource) => resource === "*" || ARN.exec(resource)?.[2] === "*")
    .flatMap((resource) =>
      actions.filter((action) => !takesAnything(action)).map((action) => `allows ${action} on "${resource}"; name the resource`),
    );
};

/** An action on the resource of another service never applies. */
const resourcesOfTheService: Check = ({ resources, actions }, kind) =>
  kind === "trust" || kind === "repository" || resources.includes("*")
    ? []
    : actions
        .filter((action) => action !== "*")
        .map((action) => action.split(":")[0] ?? "")
        .filter(
          (service, i, services) => services.indexOf(service) === i && !resources.some((resource) => ARN.exec(resource)?.[1] === service),
        )
        .map((service) => `names actions of ${service} and no resource of it`);

const operators =
  /^(ForAllValues:|ForAnyValue:)?(String(Not)?(Equals|Like)|String(Not)?EqualsIgnoreCase|Numeric(Not)?Equals|Numeric(Less|Greater)Than(Equals)?|Date(Not)?Equals|Date(Less|Greater)Than(Equals)?|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like)|Null)(IfExists)?$/;

const conditionsOfKnownForm: Check = ({ conditions }) =>
  Object.entries(conditions).flatMap(([operator, keys]) => [
    ...(operators.test(operator) ? [] : [`has a condition with the unknown operator ${operator}`]),
    ...Object.keys(keys)
      .filter((key) => !/^[a-z0-9-]+:[a-z0-9-]+([:/].+)?$/i.test(key))
      .map((key) => `has a condition on "${key}", which is no condition key`),
  ]);

const servicesBound: Check = ({ effect, principals, conditions }, kind) =>
  effect === "Deny" || principals === undefined || principals === "*" || boundToAccount(conditions)
    ? []
    : (principals.Service ?? [])
        .filter((service) => !unboundServices.some((each) => each.kind === kind && each.service === service))
        .map(
          (service) =>
            `lets ${service} in on anybody's behalf; add a condition on aws:SourceAccount or aws:SourceArn, or a reason to test/aws/iam/exceptions.ts`,
        );

/** Does a condition hold every caller to an account, an organisation or a resource? */
const boundToAccount = (conditions: Statement["conditions"]): boolean =>
  Object.entries(conditions).some(
    ([operator, keys]) =>
      /^(String|Arn)(Equals|Like)$/.test(operator) &&
      Object.entries(keys).some(
        ([key, values]) => bindingKeys.includes(key.toLowerCase()) && values.every((value) => !/^\**$/.test(value)),
      ),
  );
const bindingKeys = ["aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:principalaccount", "aws:principalorgid"];

const passRoleBound: Check = ({ effect, actions, conditions }) =>
  effect === "Allow" && actions.includes("iam:PassRole") && conditions.StringEquals?.["iam:PassedToService"] === undefined
    ? ["allows iam:PassRole to any service; add a condition on iam:PassedToService"]
    : [];

const trustOnlyAssumes: Check = ({ actions }, kind) =>
  kind === "trust"
    ? actions.filter((action) => !/^sts:(AssumeRole|TagSession)/.test(action)).map((action) => `of a trust policy allows ${action}`)
    : [];

const checks: readonly Check[] = [
  principalWhereNeeded,
  resourceWhereNeeded,
  allowsNothingByNegation,
  principalsOfKnownForm,
  nobodyUnknownAllowed,
  actionsOfKnownForm,
  actionsLookedUp,
  actionsNamed,
  resourcesOfKnownForm,
  resourcesNamed,
  resourcesOfTheService,
  conditionsOfKnownForm,
  servicesBound,
  passRoleBound,
  trustOnlyAssumes,
];
