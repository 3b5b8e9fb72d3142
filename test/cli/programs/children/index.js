// Starts a process of its own and never ends.
const { spawn } = require("node:child_process");
const { writeFileSync } = require("node:fs");
const child = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"]);
writeFileSync(process.env.PIDS, `${process.pid} ${child.pid}`);
setInterval(() => undefined, 1000);
