import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  require_undici
} from "../chunks/chunk-P3AKUXWO.js";
import {
  __toESM
} from "../chunks/chunk-TO6V6YKD.js";

// late-entry:undici
var import_undici = __toESM(require_undici());
var export_ProxyAgent = import_undici.ProxyAgent;
var export_fetch = import_undici.fetch;
export {
  export_ProxyAgent as ProxyAgent,
  export_fetch as fetch
};
