import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  __require
} from "./chunk-TO6V6YKD.js";

// late:@octokit/plugin-retry
var load = () => __require("../late/octokit-plugin-retry.js");
var standIn = (name) => new Proxy(function() {
}, {
  construct: (_target, args) => new (load())[name](...args),
  apply: (_target, self, args) => Reflect.apply(load()[name], self, args),
  get: (_target, key) => load()[name][key]
});
var retry = standIn("retry");

// late:@octokit/plugin-request-log
var load2 = () => __require("../late/octokit-plugin-request-log.js");
var standIn2 = (name) => new Proxy(function() {
}, {
  construct: (_target, args) => new (load2())[name](...args),
  apply: (_target, self, args) => Reflect.apply(load2()[name], self, args),
  get: (_target, key) => load2()[name][key]
});
var requestLog = standIn2("requestLog");

export {
  requestLog,
  retry
};
