// Keeps values for tools, each tool's apart from the others', and only as long as this page is open.
const kept = new Map();

const answers = {
  "lti.capabilities": () => ({
    supported_messages: ["lti.capabilities", "lti.put_data", "lti.get_data"].map((subject) => ({ subject })),
  }),
  "lti.put_data": ({ key, value }, origin) => {
    kept.set(JSON.stringify([origin, key]), value);
    return { key, value };
  },
  "lti.get_data": ({ key }, origin) => ({ key, value: kept.get(JSON.stringify([origin, key])) ?? null }),
};

window.addEventListener("message", ({ data, origin, source }) => {
  const answer = Object.hasOwn(answers, data?.subject) ? answers[data.subject] : undefined;
  if (answer) {
    const { message_id } = data;
    source.postMessage({ subject: `${data.subject}.response`, message_id, ...answer(data, origin) }, origin);
  }
});
