// Runs the core inside Node and compares its answers with the published ones.
//
//   node Wasm/smoke.mjs .build/wasm/entente.wasm

import { readFile } from "node:fs/promises";

const concepts = ["nash", "gmr", "smr", "seq", "sseq", "sim"];

// Numbers of the equilibria, from 1, by rising code.
const cases = [
  {
    name: "prisoners' dilemma", verdicts: 2 * 4,
    nash: [4], gmr: [1, 4], smr: [1, 4], seq: [1, 4], sseq: [1, 4], sim: [1, 4],
  },
  {
    name: "Elmira, graph form", verdicts: 3 * 9,
    nash: [5, 8, 9], gmr: [1, 4, 5, 8, 9], smr: [1, 4, 5, 8, 9], seq: [5, 8, 9],
  },
  {
    name: "Elmira, option form", verdicts: 3 * 12,
    nash: [5, 6, 7, 10, 11, 12], gmr: [1, 4, 5, 6, 7, 10, 11, 12], smr: [1, 4, 5, 6, 7, 10, 11, 12],
    seq: [5, 6, 7, 10, 11, 12],
  },
  {
    name: "prisoners' dilemma above bit 32", verdicts: 2 * 4,
    nash: [4], gmr: [1, 4], smr: [1, 4], seq: [1, 4], sseq: [1, 4], sim: [1, 4],
  },
];

const members = (set) => [...Array(64).keys()].filter((bit) => (BigInt.asUintN(64, set) >> BigInt(bit)) & 1n).map((bit) => bit + 1);

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), {});
const core = instance.exports;
let compared = 0;
let certified = 0;
const failures = [];
for (const [index, { name, verdicts, ...published }] of cases.entries()) {
  for (const [concept, expected] of Object.entries(published)) {
    const number = concepts.indexOf(concept);
    const found = members(core.equilibria(index, number));
    if (String(found) !== String(expected)) failures.push(`${name}, ${concept}: expected ${expected}, got ${found}`);
    compared += 1;
    const accepted = core.certified(index, number);
    if (accepted !== verdicts) failures.push(`${name}, ${concept}: ${accepted} of ${verdicts} verdicts are certified`);
    certified += accepted;
  }
}

for (const failure of failures) console.error(`error: ${failure}`);
if (failures.length > 0) process.exit(1);
console.log(`WebAssembly agrees with ${compared} published answers; ${certified} certificates accepted.`);
