// That the other files here need no network is held by `support/no-network.mjs`; this holds that it works.
import assert from "node:assert/strict";
import { createServer, get } from "node:http";
import { after, before, describe, test } from "node:test";

describe("the network is out of reach of these tests", () => {
  let address;
  const server = createServer((_request, response) => response.end());
  before(() => new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      address = `http://127.0.0.1:${server.address().port}/`;
      resolve();
    });
  }));
  after(() => server.close());

  test("by fetch", async () => {
    const failure = await fetch(address).catch((error) => error);
    assert.match(String(failure.cause), /no test here may use the network/u);
  });

  test("by node's own client", () => {
    assert.throws(() => get(address), /no test here may use the network/u);
  });
});
