/**
 * The runtimes of Lambda on which a new function may rely, with the day on which AWS stops to maintain each. The older ones are left
 * out: they are deprecated by then, or stand on Amazon Linux 2, whose support ended on 2026-06-30. Source: AWS Lambda developer guide,
 * "Lambda runtimes"; the days by two public tables made from it (endoflife.date, tflint-ruleset-aws); read 2026-11-25.
 */
export const runtimes = {
  "nodejs22.x": "2027-04-30",
  "nodejs24.x": "2028-04-30",
  "python3.12": "2028-10-31",
  "python3.13": "2029-06-30",
  "python3.14": "2029-06-30",
  java21: "2029-06-30",
  java25: "2029-06-30",
  dotnet10: "2028-11-14",
  "ruby3.3": "2027-03-31",
  "ruby3.4": "2028-03-31",
  "provided.al2023": "2029-06-30",
} as const;

/** Variables that Lambda sets itself and refuses in a function's configuration: "Defined runtime environment variables", read 2026-11-25. */
export const reservedVariables: readonly string[] = [
  ...["_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME"],
  ...["AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME"],
  ...["AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
  ...["AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR"],
];
