import { alternate } from "./alternate";
import { startSilentMonitor } from "./bare-runner";
import { bareRunner, enginePreview, headroomPreview, repository } from "./contenders";
import { ratio, resultsTable, section, targetsTable } from "./table";

/** The repository's own program, stack dev: what a user waits for. */
export async function dev(rounds: number): Promise<string> {
  const monitor = await startSilentMonitor();
  const peer = await enginePreview();
  try {
    const contenders = [headroomPreview(repository), bareRunner(repository, monitor), ...(peer.found ? [peer.contender] : [])];
    const results = await alternate(contenders, rounds);
    const [preview, floor, engine] = results;
    const absent = peer.found ? "" : peer.reason;
    return section(
      "the stack dev of this repository",
      resultsTable(results),
      "",
      targetsTable([
        { what: "preview / bare runner, time", figure: ratio(preview?.seconds, floor?.seconds), atMost: 1 },
        { what: "preview / pulumi preview with the pack, time", figure: ratio(preview?.seconds, engine?.seconds), atMost: 0.5, absent },
        {
          what: "preview / bare runner, peak memory",
          figure: ratio(preview?.peak, floor?.peak),
          atMost: 1.4,
          absent: "no /proc on this system",
        },
      ]),
    );
  } finally {
    if (peer.found) peer.stop();
    monitor.stop();
  }
}
