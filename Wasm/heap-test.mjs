// Runs the test of the allocator inside Node.
//
//   node Wasm/heap-test.mjs .build/wasm/heap-test.wasm

import { readFile } from "node:fs/promises";

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), {});
for (let seed = 1; seed <= 4; seed += 1) {
  const line = instance.exports.test(seed);
  if (line !== 0) {
    console.error(`error: seed ${seed} fails in line ${line} of Wasm/heap-test.c`);
    process.exit(1);
  }
}
