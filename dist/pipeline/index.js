import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runPipeline
} from "../chunks/chunk-4HXI74X7.js";
import "../chunks/chunk-TMAPA2YT.js";
import "../chunks/chunk-T6UPPEU6.js";
import "../chunks/chunk-KKZAKYSL.js";
import "../chunks/chunk-4PSGXJWB.js";
import "../chunks/chunk-FUS34IWB.js";
import "../chunks/chunk-KI7QCDYV.js";
import "../chunks/chunk-EHATW3XA.js";
import "../chunks/chunk-OZB5KEGJ.js";
import "../chunks/chunk-55FAHABZ.js";
import "../chunks/chunk-MRXMKVLT.js";
import "../chunks/chunk-3GJ5SWCV.js";
import "../chunks/chunk-5XXXVB74.js";
import {
  runAction
} from "../chunks/chunk-QOJ24JMR.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-6N4UGNS5.js";
import "../chunks/chunk-6VU5CMNP.js";
import "../chunks/chunk-I2C4ONPL.js";
import "../chunks/chunk-OBTPG6WR.js";
import "../chunks/chunk-R5XFNFHF.js";
import "../chunks/chunk-DWBLREC6.js";
import "../chunks/chunk-UYZHQTYO.js";
import "../chunks/chunk-Q6CK6U73.js";
import "../chunks/chunk-CHZVDVT5.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/pipeline/index.ts
await runAction(async (runner) => {
  const { error } = await runPipeline(runner);
  if (error !== void 0) throw error;
});
