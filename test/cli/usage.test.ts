import assert from "node:assert/strict";
import { build, headroom, type Ran } from "./headroom";

const rules = [
  "budget-alarms-required",
  "desired-count-ignored",
  "scalable-target-bounds",
  "scalable-target-unique",
  "scale-in-cooldown-min",
];
const listed = rules.map((id) => `  ${id}\n`).join("");

describe("the command line", () => {
  before(build);

  it("prints its version", async () => assert.deepEqual(await headroom(["--version"]), { code: 0, stdout: "0.1.0\n", stderr: "" }));

  it("ends every help with an example", async () => {
    for (const args of [["--help"], ["preview", "--help"], ["check", "--help"], ["explain", "--help"]]) {
      const { code, stdout, stderr } = await headroom(args);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
      assert.match(stdout, /\nExamples?:\n {2}\$ .*headroom .*\n$/s);
    }
  });

  const mistakes: readonly (readonly [readonly string[], string])[] = [
    [["bogus"], "Unknown command 'bogus'\n"],
    [["preveiw"], "Unknown command 'preveiw'\n(Did you mean preview?)\n"],
    [["preview", "--jsn"], "Unknown option '--jsn'\n(Did you mean --json?)\n"],
    [["preview", "--json", "--markdown"], "Option '--json' cannot be used with option '--markdown'\n"],
    [["preview", "--stack"], "Option '-s, --stack <name>' argument missing\n"],
    [
      ["preview", "--time-limit", "soon"],
      "Option '--time-limit <seconds>' argument 'soon' is invalid. It takes whole seconds from 1 to 86400.\n",
    ],
    [
      ["preview", "prod"],
      "Too many arguments for 'preview'. Expected 0 arguments but got 1.\nName a stack with --stack, and the folder of its program with --program.\n",
    ],
    [
      ["check", "plan.json"],
      "Too many arguments for 'check'. Expected 0 arguments but got 1.\nName the file with --preview, --plan or --export.\n",
    ],
    [["check"], "Which file? Give --preview FILE, --plan FILE or --export FILE; headroom check --help says what writes each.\n"],
    [["check", "--plan", "a", "--export", "b"], "Option '--plan <file>' cannot be used with option '--export <file>'\n"],
    [["explain", "scale-in"], `There is no rule "scale-in". Did you mean scale-in-cooldown-min?\nThe rules are:\n${listed}`],
    [["explain", "xyz"], `There is no rule "xyz".\nThe rules are:\n${listed}`],
  ];
  for (const [args, stderr] of mistakes) {
    it(`refuses "${args.join(" ")}"`, async () => {
      const ran = await headroom(args);
      if (args.includes("--json")) assert.deepEqual(withoutOutput(ran), { code: 2, stderr });
      else assert.deepEqual(ran, { code: 2, stdout: "", stderr });
    });
  }

  it("shows the help of a command in both ways", async () =>
    assert.equal((await headroom(["help", "check"])).stdout, (await headroom(["check", "--help"])).stdout));

  it("prints its help on stderr when there is no command", async () => {
    const { code, stdout, stderr } = await headroom([]);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
    assert.equal(stderr, (await headroom(["--help"])).stdout);
  });

  it("prints an error as one JSON object where JSON is asked for", async () => {
    const message = 'There is no rule "xyz".\nThe rules are:\n' + listed.trimEnd();
    const { code, stdout, stderr } = await headroom(["explain", "xyz", "--json"]);
    assert.deepEqual({ code, stderr }, { code: 2, stderr: `${message}\n` });
    assert.deepEqual(JSON.parse(stdout), { version: 1, error: { kind: "usage", exitCode: 2, message, problems: [] } });
  });

  it("prints an error as a comment where Markdown is asked for", async () => {
    const { code, stdout } = await headroom(["check", "a.json", "--markdown"]);
    assert.equal(code, 2);
    assert.match(stdout, /^### Headroom · nothing was judged\n\n```text\nToo many arguments .*\nName the file with .*\n```\n$/);
  });

  it("shows a stack trace with --debug only", async () => {
    assert.doesNotMatch((await headroom(["explain", "xyz"])).stderr, /\n {4}at /);
    assert.match((await headroom(["explain", "xyz", "--debug"])).stderr, /\n {4}at .*cli\/commands\/explain\.ts:\d+/);
  });

  it("keeps its exit code when nobody reads to the end", async () => {
    const { code, stderr } = await headroom(["explain"], { during: (child) => child.stdout?.destroy() });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  });
});

const withoutOutput = ({ code, stderr }: Ran): Pick<Ran, "code" | "stderr"> => ({ code, stderr });
