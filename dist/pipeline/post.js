import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishPipeline
} from "../chunks/chunk-PNUERTVP.js";
import "../chunks/chunk-JMSCBAIE.js";
import "../chunks/chunk-T6UPPEU6.js";
import "../chunks/chunk-KKZAKYSL.js";
import "../chunks/chunk-RTDVRL4O.js";
import "../chunks/chunk-FUS34IWB.js";
import "../chunks/chunk-KI7QCDYV.js";
import "../chunks/chunk-EHATW3XA.js";
import "../chunks/chunk-OZB5KEGJ.js";
import "../chunks/chunk-T2HGI7EH.js";
import "../chunks/chunk-2UARLFUX.js";
import "../chunks/chunk-2IHTCN3V.js";
import "../chunks/chunk-5XXXVB74.js";
import {
  runAction
} from "../chunks/chunk-QOJ24JMR.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-TDZ6LL4P.js";
import "../chunks/chunk-6VU5CMNP.js";
import "../chunks/chunk-ZKEJTU54.js";
import "../chunks/chunk-OBTPG6WR.js";
import "../chunks/chunk-R5XFNFHF.js";
import "../chunks/chunk-XR2TD2MC.js";
import "../chunks/chunk-UYZHQTYO.js";
import "../chunks/chunk-Q6CK6U73.js";
import "../chunks/chunk-CHZVDVT5.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/pipeline/post.ts
await runAction(finishPipeline);
