// What the measuring programs in JavaScript share: each is given SECONDS and the FILE of `issue-sample measured`, and
// prints {"verify": {NAME: R}, "sign": {NAME: R}}, R operations per second of one core's time, or null for what the
// program does not read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const [seconds, file] = process.argv.slice(2, 4);

/** The badges, by suite and algorithm. */
export const measured = JSON.parse(readFileSync(file, "utf8"));

/** When the badges are judged. */
export const NOW = new Date("2026-11-01T00:00:00Z");

/**
 * Rates by name: for each group of badges, `verifierOf(group)` is a function that says whether it accepts one text.
 * Every badge named in `reads` must be accepted; no other, and no changed one, may be.
 */
export async function verifications(reads, verifierOf) {
  const rates = {};
  for (const group of measured) {
    const verify = await verifierOf(group);
    const isRead = reads.includes(group.name);
    assert.equal(await accepts(verify, group.changed), false, `${group.name}: a changed badge is accepted`);
    for (const credential of isRead ? group.credentials : group.credentials.slice(0, 1)) {
      assert.equal(await accepts(verify, credential), isRead, `${group.name}: read or not?`);
    }
    rates[group.name] = isRead ? await perSecond(group.credentials, verify) : null;
  }
  return rates;
}

/** How often `operation` runs per second of this program's own time, all its threads together, over `badges` in turn. */
export async function perSecond(badges, operation) {
  const spell = Number(seconds) * 1e6;
  const started = process.cpuUsage();
  let done = 0;
  let used = 0;
  while (used < spell) {
    await operation(badges[done % badges.length]);
    done += 1;
    const { user, system } = process.cpuUsage(started);
    used = user + system;
  }
  return (done * 1e6) / used;
}

async function accepts(verify, text) {
  try {
    return await verify(text);
  } catch {
    return false;
  }
}
