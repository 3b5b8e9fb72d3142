import { alternate } from "./alternate";
import { startSilentMonitor } from "./bare-runner";
import { bareRunner, headroomPreview } from "./contenders";
import { generateProgram } from "./generated-program";
import { ratio, resultsTable, section, targetsTable } from "./table";

/** A large program: where the preview must be faster than the run that it records. */
export async function generated(rounds: number): Promise<string> {
  const monitor = await startSilentMonitor();
  const program = generateProgram(200);
  try {
    const results = await alternate([headroomPreview(program.folder), bareRunner(program.folder, monitor)], rounds);
    const [preview, floor] = results;
    return section(
      `a generated program of ${program.resources} resources`,
      resultsTable(results),
      "",
      targetsTable([
        { what: "preview / bare runner, time", figure: ratio(preview?.seconds, floor?.seconds), atMost: 0.5 },
        {
          what: "preview / bare runner, peak memory",
          figure: ratio(preview?.peak, floor?.peak),
          atMost: 1.4,
          absent: "no /proc on this system",
        },
      ]),
    );
  } finally {
    program.remove();
    monitor.stop();
  }
}
