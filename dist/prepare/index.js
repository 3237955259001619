import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runPrepare
} from "../chunks/chunk-BNGVVWDG.js";
import "../chunks/chunk-LQ6JDNE7.js";
import "../chunks/chunk-OBTPG6WR.js";
import "../chunks/chunk-AMKNJ2LH.js";
import "../chunks/chunk-P47AY5Z5.js";
import "../chunks/chunk-6VU5CMNP.js";
import "../chunks/chunk-PZLRRKXN.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-U247VDFI.js";
import "../chunks/chunk-IIN6DLPC.js";
import "../chunks/chunk-5JAQFEDE.js";
import "../chunks/chunk-D3Z32HSV.js";
import "../chunks/chunk-ESPJ7BBO.js";
import "../chunks/chunk-5XXXVB74.js";
import {
  runAction
} from "../chunks/chunk-YO4FIZDF.js";
import "../chunks/chunk-MZCDEPBO.js";
import "../chunks/chunk-7RD6AW52.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-JH3HU3BP.js";
import "../chunks/chunk-EZQO47NV.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/prepare/index.ts
await runAction(runPrepare);
