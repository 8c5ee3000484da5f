// The pages of a launch in a frame whose browser keeps no cookie of ours. The secret of the session stays in this
// module: each page is fetched with it and put in the place of the one before, so it is in no address.

let secret = "";
/** The address of the page that is shown. */
let current = location.href;
/** What to say when the server cannot be reached. */
let lost = "";
let isBusy = false;

/** Sends a launch, and shows the page that it opens or the reason why it opens none. */
export async function openSession(launch, lostSentence) {
  lost = lostSentence;
  // Only a page of this server can add a header of its own.
  const answer = await request("/lti/launch/stored", { method: "POST", body: launch, headers: { "x-blason-frame": "launch" } });
  if (!answer) {
    return;
  }
  if (!answer.headers.get("content-type")?.startsWith("application/json")) {
    await show(answer);
    return;
  }
  const { location: first, session } = await answer.json();
  secret = session;
  document.addEventListener("click", follow);
  document.addEventListener("submit", submit);
  await visit(new URL(first, location.href));
}

async function visit(url, init = {}) {
  if (isBusy) {
    return;
  }
  isBusy = true;
  const answer = await request(url, { ...init, headers: { authorization: `Bearer ${secret}` } });
  if (answer?.headers.get("content-disposition")?.startsWith("attachment")) {
    await save(answer);
  } else if (answer) {
    await show(answer, url.hash);
  }
  isBusy = false;
}

async function request(url, init) {
  try {
    return await fetch(url, { ...init, headers: { accept: "text/html, application/json", ...init.headers } });
  } catch {
    const sentence = document.createElement("p");
    sentence.className = "problems";
    sentence.setAttribute("role", "alert");
    sentence.textContent = lost;
    document.getElementById("content").prepend(sentence);
    return undefined;
  }
}

/** Puts the page of `answer` in the place of this one. */
async function show(answer, hash = "") {
  current = answer.url;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  settleAddresses(next);
  await fetchPictures(next);
  document.documentElement.lang = next.documentElement.lang;
  document.title = next.title;
  document.body.replaceWith(document.adoptNode(next.body));
  restartScripts();
  const goal = document.getElementById(hash.slice(1)) ?? document.getElementById("content");
  goal?.focus({ preventScroll: true });
  goal?.scrollIntoView();
}

/** Addresses of the new page, which stands under the address of the first one. */
function settleAddresses(page) {
  for (const [selector, attribute] of [["a[href]:not([href^='#'])", "href"], ["form", "action"], ["[formaction]", "formaction"], ["img[src]", "src"], ["script[src]", "src"]]) {
    for (const element of page.querySelectorAll(selector)) {
      element.setAttribute(attribute, new URL(element.getAttribute(attribute) ?? "", current).href);
    }
  }
}

/** Pictures that the session alone may see: those below the page's own address. */
async function fetchPictures(page) {
  const below = `${location.origin}/${new URL(current).pathname.split("/").slice(1, 3).join("/")}/`;
  for (const picture of page.querySelectorAll("img")) {
    if (picture.getAttribute("src")?.startsWith(below)) {
      const answer = await fetch(picture.getAttribute("src"), { headers: { authorization: `Bearer ${secret}` } }).catch(() => undefined);
      if (answer?.ok) {
        picture.src = URL.createObjectURL(await answer.blob());
      }
    }
  }
}

/** A script that came with a fetched page does not run by itself. */
function restartScripts() {
  for (const old of document.body.querySelectorAll("script[src]")) {
    const script = document.createElement("script");
    script.type = old.type;
    script.src = old.src;
    old.replaceWith(script);
  }
}

async function save(answer) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = nameOf(answer.headers.get("content-disposition"));
  link.click();
  // Once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The file name of a `Content-Disposition` header of this server. */
function nameOf(disposition) {
  const encoded = disposition.match(/filename\*=UTF-8''([^;]*)/)?.[1];
  return encoded ? decodeURIComponent(encoded) : "badge";
}

function follow(event) {
  const link = event.target.closest?.("a[href]");
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || link.download || (link.target && link.target !== "_self")) {
    return;
  }
  const url = new URL(link.href);
  if (url.origin === location.origin && !link.getAttribute("href").startsWith("#")) {
    event.preventDefault();
    visit(url);
  }
}

function submit(event) {
  // By attributes: a field named "action" hides the form's own property of that name.
  const [form, button] = [event.target, event.submitter];
  const of = (name) => button?.getAttribute(`form${name}`) ?? form.getAttribute(name);
  const url = new URL(of("action") ?? current, current);
  if (url.origin !== location.origin || form.getAttribute("target")) {
    return;
  }
  event.preventDefault();
  const fields = new FormData(form);
  if (button?.name) {
    fields.append(button.name, button.value);
  }
  if (of("method")?.toLowerCase() !== "post") {
    url.search = new URLSearchParams(fields);
    visit(url);
    return;
  }
  const body = of("enctype") === "multipart/form-data" ? fields : new URLSearchParams(fields);
  visit(url, { method: "POST", body });
}
