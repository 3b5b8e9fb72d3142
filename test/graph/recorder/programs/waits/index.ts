import { renameSync, writeFileSync } from "node:fs";

const file = process.env["PID_FILE"] ?? "";
writeFileSync(`${file}.part`, String(process.pid));
renameSync(`${file}.part`, file);
setInterval(() => undefined, 1000);
