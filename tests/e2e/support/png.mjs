// PNG chunks, to make the files that a dishonest or careless person would show.

import { crc32 } from "node:zlib";

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
