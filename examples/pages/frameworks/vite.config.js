import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// Two pages, each as a project of its own would build it. Such a project names `@blason/open-badge` in its
// package.json; here it is the one beside us, just built.
export default defineConfig({
  base: "./",
  resolve: {
    alias: { "@blason/open-badge/define": fileURLToPath(new URL("../../../widget/dist/define.js", import.meta.url)) },
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ["react/index.html", "vue/index.html"] },
  },
});
