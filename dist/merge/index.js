import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  mergeImages
} from "../chunks/chunk-7XMYZE4W.js";
import "../chunks/chunk-4MGZUMNZ.js";
import "../chunks/chunk-O4FOF4HI.js";
import "../chunks/chunk-57ATMLXS.js";
import "../chunks/chunk-GZGGLIB7.js";
import "../chunks/chunk-JMU6IYDX.js";
import "../chunks/chunk-R7WCAIBR.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-HLN4FXWU.js";
import {
  runAction
} from "../chunks/chunk-3VIO3ZYD.js";
import "../chunks/chunk-OKMJADBX.js";
import "../chunks/chunk-WNFF4Q62.js";
import "../chunks/chunk-XVROS52N.js";
import "../chunks/chunk-QI4KP35Y.js";
import "../chunks/chunk-372V7JIY.js";
import "../chunks/chunk-7RJVRRPN.js";
import "../chunks/chunk-FFQ74GHJ.js";
import "../chunks/chunk-Q554LNLV.js";
import "../chunks/chunk-LYDCOZUA.js";
import "../chunks/chunk-CHZVDVT5.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/merge/index.ts
await runAction(async (runner) => {
  const { error } = await mergeImages(runner);
  if (error !== void 0) throw error;
});
