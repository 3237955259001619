import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishPipeline
} from "../chunks/chunk-ASZPATQ7.js";
import "../chunks/chunk-USGM4GXD.js";
import "../chunks/chunk-4SHLANE4.js";
import "../chunks/chunk-RBOF6GWP.js";
import "../chunks/chunk-7XMYZE4W.js";
import "../chunks/chunk-4MGZUMNZ.js";
import "../chunks/chunk-O4FOF4HI.js";
import "../chunks/chunk-57ATMLXS.js";
import "../chunks/chunk-GZGGLIB7.js";
import "../chunks/chunk-TCHN6V4Q.js";
import "../chunks/chunk-JMU6IYDX.js";
import "../chunks/chunk-R7WCAIBR.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-HLN4FXWU.js";
import {
  runAction
} from "../chunks/chunk-3VIO3ZYD.js";
import "../chunks/chunk-OKMJADBX.js";
import "../chunks/chunk-WNFF4Q62.js";
import "../chunks/chunk-AXCODQ5F.js";
import "../chunks/chunk-XVROS52N.js";
import "../chunks/chunk-QI4KP35Y.js";
import "../chunks/chunk-372V7JIY.js";
import "../chunks/chunk-7RJVRRPN.js";
import "../chunks/chunk-FFQ74GHJ.js";
import "../chunks/chunk-Q554LNLV.js";
import "../chunks/chunk-LYDCOZUA.js";
import "../chunks/chunk-CHZVDVT5.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/pipeline/post.ts
await runAction(finishPipeline);
