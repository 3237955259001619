import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  require_dist
} from "../chunks/chunk-QQWTX6TB.js";
import {
  __toESM
} from "../chunks/chunk-X5AATHZ6.js";

// late-entry:yaml
var import_yaml = __toESM(require_dist());
var export_isAlias = import_yaml.isAlias;
var export_isMap = import_yaml.isMap;
var export_isScalar = import_yaml.isScalar;
var export_isSeq = import_yaml.isSeq;
var export_parse = import_yaml.parse;
var export_parseDocument = import_yaml.parseDocument;
export {
  export_isAlias as isAlias,
  export_isMap as isMap,
  export_isScalar as isScalar,
  export_isSeq as isSeq,
  export_parse as parse,
  export_parseDocument as parseDocument
};
