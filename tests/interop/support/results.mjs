// What passed, for the table of docs/conformance.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

/** The name and version of an installed package. */
export function version(name) {
  const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return `${name} ${JSON.parse(readFileSync(manifest, "utf8")).version}`;
}

/**
 * Tests of one implementation that are remembered when they pass.
 *
 * `passes({ form, direction, result }, name, run)` is a test; `direction` is `ours` for badges that we issue and
 * it reads, `theirs` for badges that it issues and we read. The results go to the folder that
 * `BLASON_INTEROP_RESULTS` names, if it names one.
 */
export function recorder(implementation) {
  const results = [];
  const folder = process.env.BLASON_INTEROP_RESULTS;
  if (folder) {
    after(() => {
      mkdirSync(folder, { recursive: true });
      const file = join(folder, `${implementation.replace(/[^\w.]+/gu, "-")}.json`);
      writeFileSync(file, JSON.stringify({ implementation, results }));
    });
  }
  return (result, name, run) =>
    test(name, async () => {
      await run();
      results.push(result);
    });
}
