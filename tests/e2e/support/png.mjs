// PNG chunks, to make the files that a dishonest or careless person would show.

import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The chunks of a PNG, in order: `{ type, data }`. */
export function readChunks(png) {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
    throw new Error("this is not a PNG");
  }
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** A PNG of these chunks, each with its right checksum. */
export function writeChunks(chunks) {
  const parts = chunks.map(({ type, data }) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  });
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** A picture of one colour, without any badge. */
export function plainPng([red, green, blue] = [26, 85, 96], size = 96) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.of(0), Buffer.alloc(size * 3, Buffer.of(red, green, blue))]);
  const pixels = deflateSync(Buffer.concat(Array(size).fill(line)));
  return writeChunks([
    { type: "IHDR", data: head },
    { type: "IDAT", data: pixels },
    { type: "IEND", data: Buffer.alloc(0) },
  ]);
}

/** The PNG with the credential's text baked into it, as often as there are texts. */
export function bake(png, ...texts) {
  const [head, ...others] = readChunks(png);
  const badges = texts.map((text) => ({ type: "iTXt", data: Buffer.from(`openbadgecredential\0\0\0\0\0${text}`, "utf8") }));
  return writeChunks([head, ...badges, ...others]);
}

/** The text of the credential that is baked into the PNG. */
export function bakedText(png) {
  return badgeChunk(readChunks(png)).text;
}

/** The same PNG with `change` applied to the credential's text; every checksum is right again. */
export function rebake(png, change) {
  const chunks = readChunks(png);
  const { index, head, text } = badgeChunk(chunks);
  const changed = change(text);
  if (changed === text) {
    throw new Error("the change changed nothing");
  }
  chunks[index] = { type: "iTXt", data: Buffer.concat([head, Buffer.from(changed, "utf8")]) };
  return writeChunks(chunks);
}

// iTXt: keyword, 0, compression flag, compression method, language, 0, translated keyword, 0, text.
function badgeChunk(chunks) {
  const keyword = Buffer.from("openbadgecredential\0", "latin1");
  const index = chunks.findIndex(({ type, data }) => type === "iTXt" && data.subarray(0, keyword.length).equals(keyword));
  if (index < 0) {
    throw new Error("no badge is baked into this PNG");
  }
  const { data } = chunks[index];
  const afterLanguage = data.indexOf(0, keyword.length + 2) + 1;
  const start = data.indexOf(0, afterLanguage) + 1;
  return { index, head: data.subarray(0, start), text: data.toString("utf8", start) };
}
