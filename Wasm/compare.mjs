// Asks every question that is not long of every case of the catalogue, in every form, in
// WebAssembly and of the program, and compares the replies byte for byte.
//
//   node Wasm/compare.mjs .build/wasm/entente.wasm .build/debug/entente [WORD…]
//
// CASES names folders of the catalogue, with commas between, to go through these alone; PART=2/3 is
// every third request from the second, so that several of these can share the work.

import { spawn } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { dirname } from "node:path";

const [, , module, program, ...only] = process.argv;
const { instance } = await WebAssembly.instantiate(await readFile(module), {});
const core = instance.exports;

function withBytes(bytes, body) {
  const place = core.reserve(bytes.length);
  new Uint8Array(core.memory.buffer, place >>> 0, bytes.length).set(bytes);
  const result = body(place, bytes.length);
  core.release(place);
  return result;
}

const encode = (text) => new TextEncoder().encode(text);

const handIn = (path, bytes) => withBytes(encode(path), (at, count) =>
  withBytes(bytes, (place, size) => core.hand_in(at, count, place, size)));

function taken(size) {
  return withBytes(new Uint8Array(size >>> 0), (place, count) => {
    core.take_reply(place);
    return new TextDecoder().decode(new Uint8Array(core.memory.buffer, place >>> 0, count));
  });
}

const ask = (line) => {
  const size = withBytes(encode(line), (at, count) => core.ask(at, count));
  return { status: core.status(), text: taken(size) };
};

const isLong = (line) => withBytes(encode(line), (at, count) => core.is_long(at, count)) !== 0;

// The cases, and what they refer to.
const folders = (process.env.CASES ?? "").split(",").filter((name) => name.length > 0);
const cases = [];
for (const entry of await readdir("Catalog", { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = `${entry.parentPath ?? entry.path}/${entry.name}`;
  const bytes = await readFile(path);
  handIn(path, bytes);
  const isAsked = folders.length === 0 || folders.includes(path.split("/")[1]);
  if (isAsked && (path.endsWith(".yaml") || path.endsWith(".gmcr"))) cases.push({ path, bytes });
}
cases.sort((a, b) => (a.path < b.path ? -1 : 1));

// Cases with more states than this are only asked what becomes of the limit.
const limits = { states: 65536 };
const forms = ["json", "table", "markdown", "html", "document"];
const words = taken(core.questions()).split("\n");
let requests = [];
let long = 0;
function add(request) {
  if (only.length > 0 && !only.includes(request.question)) return;
  const line = JSON.stringify({ limits, ...request });
  if (isLong(line)) long += 1;
  else requests.push(line);
}

// The readings of the flagship take long, and differ from it in a few lines: of them, what programs read.
const formsOf = (path) => (path.includes("/flagship/") && !path.endsWith("/arms-for-ukraine.yaml") ? ["json"] : forms);

for (const [index, { path }] of cases.entries()) {
  const forms = formsOf(path);
  for (const question of words) {
    for (const form of forms) add({ question, cases: [path], as: form });
    // Of neighbours, questions about several cases.
    const next = cases[index + 1]?.path;
    if (next && dirname(next) === dirname(path)) {
      for (const form of forms) add({ question, cases: [path, next], as: form });
    }
  }
  add({ question: "merge", cases: [path, path], as: "yaml" });
  for (const form of ["csv", "jsonl"]) add({ question: "solve", cases: [path], arguments: { "all-states": true }, as: form });
  add({ question: "paths", cases: [path], as: "dot" });
  // What is long by default, asked for less.
  for (const form of forms) {
    add({ question: "sensitivity", cases: [path], arguments: { size: 1 }, as: form });
    add({ question: "require", cases: [path], arguments: { size: 1 }, as: form });
    add({ question: "doubts", cases: [path], arguments: { samples: 500 }, as: form });
  }
  for (const what of ["states", "moves", "preferences"]) add({ question: "show", cases: [path], arguments: { what }, as: "json" });
}

// What is wrong, in a request or in a case, is told alike.
const broken = "entente: 1\ntitle: T\nactors:\n  a:\n    options: {x: X}\n    prefers: [zz]\n  b:\n    preferz: []\n";
add({ question: "solve", cases: [{ path: "broken.yaml", text: broken }] });
add({ question: "slove", cases: [cases[0].path] });
add({ question: "solve", cases: [cases[0].path], arguments: { limit: "3000000000" } });
add({ question: "solve", cases: [cases[0].path], arguments: { limit: 0, sort: "nobody" } });
for (const form of ["table", "json"]) {
  requests.push(JSON.stringify({ question: "check", cases: ["Catalog/elmira/elmira-options.yaml"], arguments: { certificates: true }, as: form }));
}
requests.push("{}", "[", '{"question": 1e99}');
const [part, parts] = (process.env.PART ?? "1/1").split("/").map(Number);
requests = requests.filter((_, index) => index % parts === part - 1);

const replies = new Promise((resolve, reject) => {
  const child = spawn(program, ["ask", "--lines", "--quiet"], { stdio: ["pipe", "pipe", "inherit"] });
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  child.on("error", reject);
  child.on("close", (code) => (code === 0 ? resolve(Buffer.concat(chunks).toString().split("\n")) : reject(new Error(`${program} ask ended with ${code}`))));
  child.stdin.end(requests.join("\n") + "\n");
});

const answers = [];
const times = [];
const trapped = [];
for (const line of requests) {
  const start = performance.now();
  try {
    answers.push(ask(line));
  } catch (error) {
    answers.push({ trap: String(error) });
    trapped.push(`${line}: ${error.stack.split("\n").slice(0, 6).join("\n")}`);
    if (trapped.length > 20) break;
  }
  times.push([performance.now() - start, line]);
}

const wanted = await replies;
const failures = trapped.slice();
const statuses = {};
let bytes = 0;
for (const [index, found] of answers.entries()) {
  if (found.trap) continue;
  const expected = JSON.parse(wanted[index]);
  statuses[expected.status] = (statuses[expected.status] ?? 0) + 1;
  bytes += expected.text.length;
  if (found.status === expected.status && found.text === expected.text) continue;
  const [ours, theirs] = [found.text.split("\n"), expected.text.split("\n")];
  const at = ours.findIndex((text, place) => text !== theirs[place]);
  failures.push(`${requests[index]}: exit ${found.status}, program ${expected.status}; line ${at + 1}:\n  ${ours[at]}\n  program: ${theirs[at]}`);
}

// What a question used is used again by the next one.
const elmira = JSON.stringify({ question: "solve", cases: ["Catalog/elmira/elmira-options.yaml"], as: "html" });
ask(elmira);
const before = core.memory.buffer.byteLength;
for (let time = 0; time < 50; time += 1) ask(elmira);
if (core.memory.buffer.byteLength > before) failures.push("memory grows from question to question");

for (const failure of failures.slice(0, 40)) console.error(`error: ${failure}`);
times.sort((a, b) => b[0] - a[0]);
const total = times.reduce((sum, [time]) => sum + time, 0);
console.log(`Slowest of ${(total / 1000).toFixed(1)} s: ${times.slice(0, 5).map(([time, line]) => `${Math.round(time)} ms ${line}`).join("; ")}`);
if (failures.length > 0) {
  console.error(`error: ${failures.length} of ${requests.length} replies differ from the program's`);
  process.exit(1);
}
const { 0: done = 0, 3: limited = 0 } = statuses;
console.log(`WebAssembly gives the program's reply to each of ${requests.length} requests about ${cases.length} cases, ${bytes} characters: ${done} answered, ${limited} at a limit, ${requests.length - done - limited} wrong or refused; ${long} that are long are passed over.`);
