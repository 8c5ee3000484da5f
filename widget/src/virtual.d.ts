// What the build adds beside the code: the address of a file that it has written, and the file's digest.

declare module 'virtual:verifier-wasm' {
  export const url: string;
  /** As `integrity` of `fetch` takes it. */
  export const integrity: string;
}

declare module 'virtual:engine-worker' {
  export const url: string;
  export const integrity: string;
}
