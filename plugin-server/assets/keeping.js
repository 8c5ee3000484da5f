// Gives the platform's page a value to keep, then goes to the platform.

import { PlatformStorage, offerWindow } from "./platform-storage.js";

const exchange = document.getElementById("exchange");
try {
  const storage = new PlatformStorage(exchange.dataset);
  await storage.ask();
  await storage.put(exchange.dataset.key, exchange.elements.value.value);
  location.replace(exchange.dataset.next);
} catch {
  // The platform was not asked yet, so a window can still begin this login again.
  offerWindow();
}
