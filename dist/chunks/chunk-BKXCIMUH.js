import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  __require
} from "./chunk-TO6V6YKD.js";

// late:yaml
var load = () => __require("../late/yaml.js");
var standIn = (name) => new Proxy(function() {
}, {
  construct: (_target, args) => new (load())[name](...args),
  apply: (_target, self, args) => Reflect.apply(load()[name], self, args),
  get: (_target, key) => load()[name][key]
});
var parse = standIn("parse");
var parseDocument = standIn("parseDocument");
var isAlias = standIn("isAlias");
var isMap = standIn("isMap");
var isScalar = standIn("isScalar");
var isSeq = standIn("isSeq");

export {
  parse,
  parseDocument,
  isAlias,
  isMap,
  isScalar,
  isSeq
};
