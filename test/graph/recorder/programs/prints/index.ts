for (let line = 0; line < 20000; line++) process.stdout.write("x".repeat(99) + "\n");
