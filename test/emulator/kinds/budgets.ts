import type { CreateBudgetCommandInput } from "@aws-sdk/client-budgets";
import { account } from "../../engine/harness/invokes";
import { as, capitalised, kind, pairs } from "../kind";
import type { Kind } from "../kind";

type Inputs = Readonly<Record<string, unknown>>;

const member = (name: string, value: (given: unknown) => unknown = (given) => given) => as("Budget", (given) => ({ [name]: value(given) }));
const limit = (name: string) => as("Limit", (given) => ({ [name]: given }));

export const budgets: Readonly<Record<string, Kind>> = {
  "aws:budgets/budget:Budget": kind<CreateBudgetCommandInput & { readonly Limit: { readonly Amount: string; readonly Unit: string } }>({
    fields: {
      name: member("BudgetName"),
      budgetType: member("BudgetType"),
      timeUnit: member("TimeUnit"),
      costTypes: member("CostTypes", capitalised),
      costFilters: member("CostFilters", (given) =>
        Object.fromEntries((given as readonly { name: string; values: readonly string[] }[]).map(({ name, values }) => [name, values])),
      ),
      limitAmount: limit("Amount"),
      limitUnit: limit("Unit"),
      notifications: as("NotificationsWithSubscribers", (given) => (given as readonly Inputs[]).map(notification)),
      tags: as("ResourceTags", pairs),
    },
    create: async ({ budgets }, { Limit, ...request }) => {
      await budgets.createBudget({ ...request, AccountId: account, Budget: { ...budgetOf(request), BudgetLimit: Limit } });
      return {};
    },
    read: async ({ budgets }, request) => {
      const of = { AccountId: account, BudgetName: budgetOf(request).BudgetName };
      const { Budget } = await budgets.describeBudget(of);
      const { Notifications = [] } = await budgets.describeNotificationsForBudget(of);
      const NotificationsWithSubscribers = Notifications.map((Notification) => ({ Notification }));
      return { Budget, Limit: Budget?.BudgetLimit, NotificationsWithSubscribers };
    },
    lost: ["NotificationsWithSubscribers.Subscribers", "ResourceTags"],
  }),
};

function budgetOf({ Budget }: CreateBudgetCommandInput): NonNullable<CreateBudgetCommandInput["Budget"]> {
  if (Budget === undefined) throw new Error("A budget without a name.");
  return Budget;
}

const notification = ({ subscriberEmailAddresses = [], subscriberSnsTopicArns = [], ...rest }: Inputs): unknown => ({
  Notification: capitalised(rest),
  Subscribers: [...subscribers("EMAIL", subscriberEmailAddresses), ...subscribers("SNS", subscriberSnsTopicArns)],
});

const subscribers = (SubscriptionType: string, addresses: unknown): readonly unknown[] =>
  (addresses as readonly string[]).map((Address) => ({ SubscriptionType, Address }));
