import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "../chunks/chunk-XCC7L4KF.js";
import "../chunks/chunk-Q4KXHJQD.js";
import "../chunks/chunk-M4TK4L4R.js";
import "../chunks/chunk-IQHIBHU4.js";
import "../chunks/chunk-MWYW6ZGL.js";
import "../chunks/chunk-GXHYLKW3.js";
import "../chunks/chunk-SEJ6WIJR.js";
import "../chunks/chunk-QQAGYR2F.js";
import "../chunks/chunk-2KWCTZZ6.js";
import "../chunks/chunk-RZBAGCDT.js";
import "../chunks/chunk-ZNDI3WQU.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-WAJLRQW2.js";
import "../chunks/chunk-BKXCIMUH.js";
import "../chunks/chunk-GDCOOEY7.js";
import "../chunks/chunk-HNYI7RT3.js";
import "../chunks/chunk-C5D3HR52.js";
import "../chunks/chunk-J6MGYEM6.js";
import {
  runAction
} from "../chunks/chunk-XXCC3H4E.js";
import "../chunks/chunk-XV2DQXQM.js";
import "../chunks/chunk-7C7IGOF2.js";
import "../chunks/chunk-TIJULC24.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-EZQO47NV.js";
import "../chunks/chunk-LSEBAOCN.js";
import "../chunks/chunk-Z26LTSII.js";
import "../chunks/chunk-GTGSVCFP.js";
import "../chunks/chunk-EXVEHUUA.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/merge/post.ts
await runAction((runner) => finishInterrupted(runner, runner.state("journal")));
