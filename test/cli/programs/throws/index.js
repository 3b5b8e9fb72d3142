const fs = require("node:fs");
fs.readFileSync("./no-such-template.json");
