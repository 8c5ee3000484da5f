import "@blason/open-badge/define";
import { createApp, h, reactive } from "vue";

const BADGES = ["statistiques", "laser-1", "peer-tutor"];

// A render function, because a page whose policy permits no `eval` cannot compile templates as it runs.
createApp({
  setup() {
    const states = reactive({});
    return () => {
      const good = Object.values(states).filter((state) => state === "genuine").length;
      return [
        h("h1", "Mes badges, en Vue"),
        h("p", { role: "status", id: "count" }, `Authentiques et en cours de validité\u00a0: ${good} sur ${BADGES.length}.`),
        ...BADGES.map((name) =>
          h("open-badge", {
            src: `/badges/${name}.svg`,
            "heading-level": "2",
            "verify-href": "/verify",
            "onOpen-badge-result": ({ detail }) => (states[name] = detail.state),
          }),
        ),
        h("p", { class: "back" }, h("a", { href: "/", hreflang: "en" }, "Tous les exemples")),
      ];
    };
  },
}).mount("#app");
