import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runAction
} from "../chunks/chunk-3VIO3ZYD.js";
import "../chunks/chunk-OKMJADBX.js";
import "../chunks/chunk-WNFF4Q62.js";
import {
  runPrepare
} from "../chunks/chunk-AXCODQ5F.js";
import "../chunks/chunk-XVROS52N.js";
import "../chunks/chunk-QI4KP35Y.js";
import "../chunks/chunk-372V7JIY.js";
import "../chunks/chunk-7RJVRRPN.js";
import "../chunks/chunk-FFQ74GHJ.js";
import "../chunks/chunk-Q554LNLV.js";
import "../chunks/chunk-LYDCOZUA.js";
import "../chunks/chunk-CHZVDVT5.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/prepare/index.ts
await runAction(runPrepare);
