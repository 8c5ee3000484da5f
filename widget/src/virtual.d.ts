// Files that the build writes beside the code.

declare module 'virtual:verifier-wasm' {
  const asset: import('./asset.js').Asset;
  export default asset;
}

declare module 'virtual:engine-worker' {
  const asset: import('./asset.js').Asset;
  export default asset;
}

declare module 'virtual:catalogues' {
  /** The languages whose words are read when they are needed, with the file of their words. */
  const catalogues: Record<string, import('./asset.js').Asset>;
  export default catalogues;
}
