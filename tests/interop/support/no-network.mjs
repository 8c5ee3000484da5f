// Loaded before each file of tests here: whoever opens a connection fails.
import { Socket } from "node:net";

Socket.prototype.connect = function refuse() {
  throw new Error("no test here may use the network");
};
