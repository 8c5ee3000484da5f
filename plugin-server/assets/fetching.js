// Asks the platform's page for what it kept, and sends the launch with it.

import { openSession } from "./memory-session.js";
import { PlatformStorage, offerWindow } from "./platform-storage.js";

const exchange = document.getElementById("exchange");
const { lost } = exchange.dataset;
const launch = new URLSearchParams(new FormData(exchange));
const stored = await new Promise((resolve) => {
  resolve(new PlatformStorage(exchange.dataset).get(exchange.dataset.key));
}).catch(() => undefined);
if (stored === undefined) {
  offerWindow();
} else {
  launch.set("stored", stored);
  await openSession(launch, lost);
}
