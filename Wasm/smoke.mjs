// Runs the core inside Node and compares its answers with the published ones.
//
//   node Wasm/smoke.mjs .build/wasm/smoke.wasm

import { readFile } from "node:fs/promises";

const concepts = ["nash", "gmr", "smr", "seq", "sseq", "sim"];

// Numbers of the equilibria, from 1, by rising code.
const cases = [
  {
    name: "prisoners' dilemma",
    nash: [4], gmr: [1, 4], smr: [1, 4], seq: [1, 4], sseq: [1, 4], sim: [1, 4],
  },
  {
    name: "Elmira, graph form",
    nash: [5, 8, 9], gmr: [1, 4, 5, 8, 9], smr: [1, 4, 5, 8, 9], seq: [5, 8, 9],
  },
  {
    name: "Elmira, option form",
    nash: [5, 6, 7, 10, 11, 12], gmr: [1, 4, 5, 6, 7, 10, 11, 12], smr: [1, 4, 5, 6, 7, 10, 11, 12],
    seq: [5, 6, 7, 10, 11, 12],
  },
];

const members = (set) => [...Array(64).keys()].filter((bit) => (BigInt.asUintN(64, set) >> BigInt(bit)) & 1n).map((bit) => bit + 1);

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), {});
const core = instance.exports;
let compared = 0;
let failed = 0;
for (const [index, { name, ...published }] of cases.entries()) {
  for (const [concept, expected] of Object.entries(published)) {
    const found = members(core.equilibria(index, concepts.indexOf(concept)));
    compared += 1;
    if (String(found) !== String(expected)) {
      failed += 1;
      console.error(`error: ${name}, ${concept}: expected ${expected}, got ${found}`);
    }
  }
}
if (failed > 0) process.exit(1);
console.log(`WebAssembly agrees with ${compared} published answers.`);
