import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  build
} from "../chunks/chunk-JMSCBAIE.js";
import "../chunks/chunk-KKZAKYSL.js";
import "../chunks/chunk-OZB5KEGJ.js";
import "../chunks/chunk-2IHTCN3V.js";
import "../chunks/chunk-5XXXVB74.js";
import {
  runAction
} from "../chunks/chunk-QOJ24JMR.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-ZKEJTU54.js";
import "../chunks/chunk-OBTPG6WR.js";
import "../chunks/chunk-R5XFNFHF.js";
import "../chunks/chunk-XR2TD2MC.js";
import "../chunks/chunk-UYZHQTYO.js";
import "../chunks/chunk-Q6CK6U73.js";
import "../chunks/chunk-CHZVDVT5.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/build/index.ts
await runAction(build);
