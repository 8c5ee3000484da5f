// A server and a demo LMS of their own for each test, on free ports, with an empty data folder.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Program, freePort, required, run } from "./programs.mjs";
import { stripCookiesInFrames } from "./stripper.mjs";

/**
 * Starts both programs and ends them with the test `t`; their logs are shown if it fails.
 *
 * `toolHost` is the host under which browsers reach the server; with `connected: false` the server knows no platform
 * and no badge yet; with `cookiesInFrames: false` no cookie of the server comes or goes inside a frame. `server`
 * and `lms` are further arguments of the two programs.
 */
export async function openWorld(t, { toolHost = "127.0.0.1", connected = true, cookiesInFrames = true, server = [], lms = [] } = {}) {
  const world = await newWorld(t, toolHost, { server, lms });
  if (!cookiesInFrames) {
    await world.keepCookiesOutOfFrames(t);
  }
  if (connected) {
    await world.connect();
  }
  await world.startTool();
  await world.startLms();
  return world;
}

/** Starts the demo LMS alone. */
export async function openLms(t) {
  const world = await newWorld(t, "127.0.0.1");
  await world.startLms();
  return world;
}

/** Starts the server alone, which knows no platform and no badge yet. */
export async function openTool(t) {
  const world = await newWorld(t, "127.0.0.1");
  await world.startTool();
  return world;
}

async function newWorld(t, toolHost, further = {}) {
  const [toolPort, lmsPort] = [await freePort(), await freePort()];
  const world = new World(
    await mkdtemp(join(tmpdir(), "blason-e2e-")),
    { listen: `127.0.0.1:${toolPort}`, url: `http://${toolHost}:${toolPort}`, further: further.server ?? [] },
    { listen: `127.0.0.1:${lmsPort}`, url: `http://127.0.0.1:${lmsPort}`, further: further.lms ?? [] },
  );
  t.after(() => world.close(t));
  return world;
}

class World {
  #data;
  #tool;
  #lms;
  #programs = {};

  constructor(data, tool, lms) {
    this.#data = data;
    this.#tool = tool;
    this.#lms = lms;
  }

  /** Puts a proxy before the server, which is not started yet. */
  async keepCookiesOutOfFrames(t) {
    const behind = `127.0.0.1:${await freePort()}`;
    await stripCookiesInFrames(t, this.#tool.listen, behind);
    this.#tool = { ...this.#tool, listen: behind };
  }

  /** Address of the server under test. */
  get tool() {
    return this.#tool.url;
  }

  /** Address of the demo LMS. */
  get lms() {
    return this.#lms.url;
  }

  /** What the server has printed since it was last started. */
  get toolLog() {
    return this.#programs.blason.log;
  }

  /** Introduces the demo LMS to the server and gives its badge activity a badge. */
  async connect() {
    await run(required("BLASON_BIN"), ["demo", "--platform", this.lms, ...this.#settings()]);
  }

  async startTool() {
    this.#programs.blason = new Program(required("BLASON_BIN"), ["serve", ...this.#settings(), ...this.#tool.further]);
    await this.#programs.blason.ready(`http://${this.#tool.listen}/healthz`);
  }

  async stopTool() {
    await this.#programs.blason.stop();
  }

  /** The one-time link to the administration page that the server printed when it started. */
  adminLink() {
    const link = this.toolLog.match(/https?:\/\/\S*\/admin\S*/);
    if (!link) {
      throw new Error(`the server printed no link to the administration page:\n${this.toolLog}`);
    }
    return link[0];
  }

  async startLms() {
    this.#programs.lms = new Program(required("DEMO_LMS_BIN"), [
      ...["--listen", this.#lms.listen, "--tool", this.tool],
      ...this.#lms.further,
    ]);
    await this.#programs.lms.ready(`${this.lms}/healthz`);
  }

  #settings() {
    return ["--development", "--listen", this.#tool.listen, "--base-url", this.tool, "--data", this.#data];
  }

  async close(t) {
    for (const [name, program] of Object.entries(this.#programs)) {
      await program.stop();
      for (const line of t.passed ? [] : program.log.split("\n").filter(Boolean)) {
        t.diagnostic(`${name}: ${line}`);
      }
    }
    await rm(this.#data, { recursive: true, force: true });
  }
}
