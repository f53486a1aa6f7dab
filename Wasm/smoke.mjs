// Runs the core inside Node and compares its answers with the published ones, and
// those about cases of the catalogue with the program's.
//
//   node Wasm/smoke.mjs .build/wasm/smoke.wasm .build/debug/entente

import { spawnSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";

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

// Cases as text.

const handIn = (path, bytes) => withBytes(new TextEncoder().encode(path), (at, count) =>
  withBytes(bytes, (place, size) => core.hand_in(at, count, place, size)));

const ask = (...request) => {
  const size = withBytes(new TextEncoder().encode(request.join("\n")), (at, count) => core.ask(at, count)) >>> 0;
  return withBytes(new Uint8Array(size), (place) => {
    core.take_answer(place);
    return JSON.parse(new TextDecoder().decode(new Uint8Array(core.memory.buffer, place >>> 0, size)));
  });
};

function withBytes(bytes, body) {
  const place = core.reserve(bytes.length);
  new Uint8Array(core.memory.buffer, place >>> 0, bytes.length).set(bytes);
  const result = body(place, bytes.length);
  core.release(place);
  return result;
}

const program = (...words) => {
  const { stdout, stderr } = spawnSync(process.argv[3], [...words, "--quiet"], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (stdout === "") throw new Error(`${words.join(" ")}: ${stderr}`);
  return stdout;
};
const json = (...words) => JSON.parse(program(...words, "--json"));

// What the program says, brought into the form of the answers of `Ask.swift`.
const expected = {
  solve(path) {
    const { case: { sha256 }, states, equilibria, equilibriaCount } = json("solve", path);
    return {
      sha256, feasible: states.feasible, counts: equilibriaCount,
      equilibria: equilibria.map(({ code, id, concepts: under }) => [code ?? id, ...under]),
    };
  },
  sensitivity(path) {
    const { holds, edits, sets, variants } = json("sensitivity", path, "--size", "1");
    return { holds, effects: edits.map(({ effect }) => effect), sets, variants };
  },
  coalitions(path) {
    const { coalitions, concepts: under, jumps } = json("coalitions", path);
    return {
      coalitions, survivors: under.map(({ survivors }) => survivors),
      jumps: jumps.map(({ from, to, concept, way }) => ({ from, to, concept, steps: way.length })),
    };
  },
  grid(path) {
    return json("grid", path).worlds.map(({ feasible, equilibria }) => feasible == null ? null : [feasible, equilibria]);
  },
  compare(first, second) {
    const [{ differences, conclusions, setsTried }] = json("compare", first, second).comparisons;
    return {
      differences: differences.map(({ id }) => id), agrees: conclusions.map(({ agrees }) => agrees), tried: setsTried,
    };
  },
  print(path) {
    return program("convert", path, "--to", "yaml", "--flat");
  },
};

for (const entry of await readdir("Catalog", { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && entry.name.endsWith(".yaml")) {
    const path = `${entry.parentPath ?? entry.path}/${entry.name}`;
    handIn(path, await readFile(path));
  }
}
const elmira = ["Catalog/elmira/elmira-options.yaml", "Catalog/elmira/elmira-graph.yaml", "Catalog/elmira/elmira-doubts.yaml"];
const flagship = "Catalog/flagship/arms-for-ukraine.yaml";
const questions = [
  ...[...elmira, flagship, "Catalog/flagship/seoul-moon.yaml", "Catalog/us-north-korea-2017/deterrence.yaml"].flatMap((path) => [
    ["solve", path], ["print", path]]),
  ...elmira.flatMap((path) => [["sensitivity", path], ["coalitions", path]]),
  ["grid", flagship],
  ["compare", "Catalog/announcement/announcement.yaml", "Catalog/announcement/announcement-after.yaml"],
  ["compare", elmira[1], elmira[2]],
];
for (const [word, ...paths] of questions) {
  const [found, wanted] = [ask(word, ...paths), expected[word](...paths)];
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    failures.push(`${word} ${paths.join(" ")}: expected\n${JSON.stringify(wanted)}\ngot\n${JSON.stringify(found)}`);
  }
}

// A text with faults gives each of them, at its place.
const broken = "entente: 1\ntitle: T\nactors:\n  a:\n    options: {x: X}\n    prefers: [zz]\n  b:\n    preferz: []\n";
handIn("broken.yaml", new TextEncoder().encode(broken));
const { stdout } = spawnSync(process.argv[3], ["check", "-", "--json"], { encoding: "utf8", input: broken });
const faults = JSON.parse(stdout).files[0].errors.map(({ code, line, column, message }) => ({ code, line, column, message }));
if (JSON.stringify(ask("solve", "broken.yaml")) !== JSON.stringify(faults)) {
  failures.push(`the faults of a broken case: expected ${JSON.stringify(faults)}, got ${JSON.stringify(ask("solve", "broken.yaml"))}`);
}

// What a question used is used again by the next one.
const before = core.memory.buffer.byteLength;
for (let time = 0; time < 50; time += 1) ask("solve", elmira[0]);
if (core.memory.buffer.byteLength > before) failures.push("memory grows from question to question");

for (const failure of failures) console.error(`error: ${failure}`);
if (failures.length > 0) process.exit(1);
console.log(`WebAssembly agrees with ${compared} published answers, and with the program on ${questions.length + 1} questions about cases as text; ${certified} certificates accepted.`);
