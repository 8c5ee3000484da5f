// Measures the core as WebAssembly in Node: `wasm.mjs SECONDS FILE PKG`, where PKG is the folder of the module.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { measured, NOW, verifications } from "./measure.mjs";

const pkg = process.argv[4];
const { initSync, verify } = await import(pathToFileURL(join(pkg, "verifier_wasm.js")).href);
initSync({ module: readFileSync(join(pkg, "verifier_wasm_bg.wasm")) });

const encoder = new TextEncoder();
const names = measured.map(({ name }) => name);
const rates = await verifications(names, (group) => {
  const documents = Object.entries(group.documents).map(([url, document]) => ({
    url,
    status: 200,
    contentType: "application/json",
    body: encoder.encode(JSON.stringify(document)),
  }));
  const options = { now: NOW.toISOString(), documents };
  return (text) => verify(encoder.encode(text), options).verdict === "verified";
});
console.log(JSON.stringify({ verify: rates, sign: {} }));
