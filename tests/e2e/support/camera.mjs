// A camera before which somebody holds a QR code.

import { createRequire } from "node:module";
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [WIDTH, HEIGHT] = [640, 480];

/** Writes a film of one still picture: a QR code with `text` on white. Chromium plays it as its camera. */
export async function filmCode(path, text) {
  const { resolve } = createRequire(new URL("../../../widget/package.json", import.meta.url));
  const { encodeQR } = await import(pathToFileURL(resolve("qr")));
  const code = encodeQR(text, "raw");
  const scale = Math.floor((HEIGHT * 0.7) / code.length);
  const [left, top] = [WIDTH, HEIGHT].map((size) => Math.floor((size - code.length * scale) / 2));
  const light = Buffer.alloc(WIDTH * HEIGHT, 235);
  for (const [y, row] of code.entries()) {
    for (const [x, isDark] of row.entries()) {
      for (let line = 0; isDark && line < scale; line += 1) {
        const start = (top + y * scale + line) * WIDTH + left + x * scale;
        light.fill(16, start, start + scale);
      }
    }
  }
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), light, grey]);
  await writeFile(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`), frame, frame]));
}

/** The arguments with which Chromium plays the film at `path` to every page that may see a camera. */
export function withFilm(path) {
  return ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", `--use-file-for-fake-video-capture=${path}`];
}
