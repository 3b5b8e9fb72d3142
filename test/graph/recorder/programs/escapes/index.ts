import { spawn } from "node:child_process";

// In a group of its own, and holding the program's output open.
const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { stdio: "inherit", detached: true });
child.unref();
console.log(`pid ${child.pid}`);
