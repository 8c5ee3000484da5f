// Our own programs, as the test command built them.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function program(variable) {
  const path = process.env[variable];
  if (!path) {
    throw new Error(`${variable} must name the program to test; \`cargo xtask test\` sets it`);
  }
  return path;
}

/**
 * Badges that our core signs, `[{name, credential, documents}]`, the credential as text: of growing size, or
 * `"proofs"`, one by each suite, or `"tokens"`, one by each algorithm.
 */
export function samples(...kind) {
  return JSON.parse(execFileSync(program("BLASON_ISSUE_SAMPLE"), kind, { encoding: "utf8" }));
}

/** What `blason verify` answers about `credential`, with `documents` (address to JSON) for a network. */
export function verify(credential, documents = {}) {
  const folder = mkdtempSync(join(tmpdir(), "blason-interop-"));
  try {
    const resources = Object.entries(documents).map(([url, document]) => [
      url,
      { status: 200, content_type: "application/did+json", body: JSON.stringify(document) },
    ]);
    const map = join(folder, "resources.json");
    writeFileSync(map, JSON.stringify(Object.fromEntries(resources)));
    const file = join(folder, "credential.json");
    writeFileSync(file, typeof credential === "string" ? credential : JSON.stringify(credential));
    const { status, stdout, stderr } = spawnSync(
      program("BLASON_BIN"),
      ["verify", "--json", "--now", "2026-11-01T00:00:00Z", "--resources", map, file],
      { encoding: "utf8" },
    );
    if (!stdout) {
      throw new Error(`blason verify said nothing (exit status ${status}): ${stderr}`);
    }
    const report = JSON.parse(stdout);
    const checks = Object.fromEntries(report.checks.map((check) => [check.id, `${check.outcome} ${check.code}`]));
    const notes = report.checks.flatMap((check) => (check.notes ?? []).map(({ code }) => `${check.id} ${code}`));
    return { status, verdict: report.verdict, state: report.state, checks, notes, credential: report.credential };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
