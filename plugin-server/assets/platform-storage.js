// Values that the platform's page keeps for a tool whose cookies do not come back.
// 1EdTech: "LTI Client Side postMessages" and "LTI Platform Storage".

/** How long the platform's page may take for one answer. */
const PATIENCE_MS = 3000;

/** How long it may take to say what it can do; one that does not say is asked all the same. */
const CAPABILITIES_PATIENCE_MS = 800;

/**
 * The storage of a platform. `target` is the name of a frame beside ours, or `_parent`; `origin` alone may read what is
 * sent there, and its answers alone count.
 */
export class PlatformStorage {
  #frame;
  #origin;

  constructor({ target, origin }) {
    this.#frame = target === "_parent" ? window.parent : window.parent.frames[target];
    this.#origin = origin;
    if (!this.#frame || this.#frame === window) {
      throw new Error("there is no such frame");
    }
  }

  /** Fails early when the platform's page says that it keeps nothing. */
  async ask() {
    // Whoever is around us may answer this: nothing secret is asked, and a yes is not believed.
    const answer = await send(window.parent, "*", { subject: "lti.capabilities" }, CAPABILITIES_PATIENCE_MS).catch(() => undefined);
    const subjects = answer?.supported_messages?.map?.(({ subject }) => subject);
    if (subjects && !subjects.includes("lti.put_data")) {
      throw new Error("the platform keeps nothing");
    }
  }

  /** Has `value` kept under `key`. */
  async put(key, value) {
    await send(this.#frame, this.#origin, { subject: "lti.put_data", key, value }, PATIENCE_MS);
  }

  /** The value that is kept under `key`. */
  async get(key) {
    const answer = await send(this.#frame, this.#origin, { subject: "lti.get_data", key }, PATIENCE_MS);
    if (answer.key !== key || typeof answer.value !== "string") {
      throw new Error("the platform kept no value");
    }
    return answer.value;
  }
}

/** Sends a message to whoever shows `frame`, if that is `origin`, and waits for the answer with the same number. */
function send(frame, origin, message, patience) {
  const number = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
  return new Promise((resolve, reject) => {
    const end = (settle, result) => {
      clearTimeout(timer);
      window.removeEventListener("message", listen);
      settle(result);
    };
    const listen = ({ data, origin: from, source }) => {
      const expected = origin === "*" ? source === frame : from === origin;
      if (!expected || data?.message_id !== number || data.subject !== `${message.subject}.response`) {
        return;
      }
      if (data.error) {
        end(reject, new Error("the platform refused"));
      } else {
        end(resolve, data);
      }
    };
    const timer = setTimeout(() => end(reject, new Error("the platform did not answer")), patience);
    window.addEventListener("message", listen);
    frame.postMessage({ ...message, message_id: number }, origin);
  });
}

/** Shows the way round: a window of its own. */
export function offerWindow() {
  document.getElementById("waiting").hidden = true;
  const offer = document.getElementById("window");
  offer.hidden = false;
  offer.querySelector("h1").focus();
}
