// The peers as a page loads them: one file each, bundled and minified by esbuild.
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

import { build } from "esbuild";

import { context } from "../interop/support/contexts.mjs";

/** What a badge that verifies by a `did:key` needs. */
const CONTEXTS = [
  "https://www.w3.org/ns/credentials/v2",
  "https://www.w3.org/ns/did/v1",
  "https://w3id.org/security/multikey/v1",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
];

const contexts = {
  name: "contexts",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^contexts$/ }, () => ({ path: "contexts", namespace: "contexts" }));
    onLoad({ filter: /.*/, namespace: "contexts" }, () => ({
      contents: JSON.stringify(Object.fromEntries(CONTEXTS.map((url) => [url, context(url)]))),
      loader: "json",
    }));
  },
};

/** The script of `name`, and how many bytes of it travel, compressed by Brotli. */
export async function bundled(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`peers/${name}.mjs`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
    plugins: [contexts],
  });
  const [{ contents, text }] = outputFiles;
  return { text, bytes: brotliCompressSync(contents).length };
}
