import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishPipeline
} from "../chunks/chunk-J4S7AROO.js";
import "../chunks/chunk-IQFNEIUA.js";
import "../chunks/chunk-36VIKXLM.js";
import "../chunks/chunk-T53CYRPG.js";
import "../chunks/chunk-SXLU777D.js";
import "../chunks/chunk-6WZ6BNXQ.js";
import "../chunks/chunk-EHATW3XA.js";
import "../chunks/chunk-57ATMLXS.js";
import "../chunks/chunk-RV34HYI7.js";
import "../chunks/chunk-VIKCSYUP.js";
import "../chunks/chunk-5QKEATQ4.js";
import "../chunks/chunk-FMAXLPYD.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-3QWQWH3Z.js";
import {
  runAction
} from "../chunks/chunk-DLDEKUDA.js";
import "../chunks/chunk-GXI5IJRR.js";
import "../chunks/chunk-B4SVCLI7.js";
import "../chunks/chunk-HKOIBPXX.js";
import "../chunks/chunk-6VU5CMNP.js";
import "../chunks/chunk-OZNMBGFR.js";
import "../chunks/chunk-QLITWLEZ.js";
import "../chunks/chunk-3ATT742R.js";
import "../chunks/chunk-UKHG3KUT.js";
import "../chunks/chunk-Q554LNLV.js";
import "../chunks/chunk-QD4QZIA5.js";
import "../chunks/chunk-CHZVDVT5.js";
import "../chunks/chunk-LLL4ZUSA.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/pipeline/post.ts
await runAction(finishPipeline);
