import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  require_dist
} from "../chunks/chunk-QQWTX6TB.js";
import {
  __toESM
} from "../chunks/chunk-X5AATHZ6.js";

// late-entry:yaml
var import_yaml = __toESM(require_dist());
var export_parse = import_yaml.parse;
export {
  export_parse as parse
};
