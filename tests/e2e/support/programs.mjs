// The programs of the project, started for one test and ended with it.

import { spawn, execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 10_000;
const POLL_MS = 50;

/** The path that `variable` holds; says what to type when it is not set. */
export function required(variable) {
  const value = process.env[variable];
  if (!value) {
    throw new Error(`${variable} is not set: run these tests with \`cargo xtask test\``);
  }
  return value;
}

/** A port of the loopback address that nothing listens on. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Runs a program to its end and gives back what it printed; its own message is in the error. */
export async function run(program, args) {
  const { stdout } = await promisify(execFile)(program, args, { timeout: READY_WITHIN_MS });
  return stdout;
}

/** A program that serves, with everything it has printed. */
export class Program {
  #child;
  #exited;
  log = "";

  constructor(program, args) {
    this.#child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#exited = once(this.#child, "exit");
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (this.log += text));
    }
  }

  /** Waits, within a bound, until `url` answers 200. */
  async ready(url) {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (Date.now() < deadline) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
        throw new Error(`the program ended before it was ready:\n${this.log}`);
      }
      const answered = await fetch(url).then((response) => response.ok, () => false);
      if (answered) {
        return;
      }
      await pause(POLL_MS);
    }
    throw new Error(`${url} did not answer within ${READY_WITHIN_MS} ms:\n${this.log}`);
  }

  /** Asks the program to end and waits; by force when it does not. */
  async stop() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
      return;
    }
    this.#child.kill("SIGTERM");
    const force = setTimeout(() => this.#child.kill("SIGKILL"), STOP_WITHIN_MS);
    await this.#exited;
    clearTimeout(force);
  }
}
