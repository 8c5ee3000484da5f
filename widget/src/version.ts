/** Written by the build, from `package.json`. */
declare const __VERSION__: string;

/** What a printed or saved result says that it was made by. */
export const VERSION: string = __VERSION__;
