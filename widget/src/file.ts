import type { Report } from './generated/report.js';

/** The SHA-256 of the file in hexadecimal, or `undefined` where the browser gives a page no cryptography. */
export async function fileSha256(bytes: Uint8Array): Promise<string | undefined> {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  if (digest === undefined) return undefined;
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The file as a picture, for an `<img>`, where nothing in it can run; `undefined` when it is no picture. Revoke
 * the address when the picture is gone.
 */
export function pictureUrl(bytes: Uint8Array, { format }: Report): string | undefined {
  const type = { png: 'image/png', svg: 'image/svg+xml', json: undefined, jwt: undefined }[format.container ?? 'json'];
  if (type === undefined) return undefined;
  return URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
}
