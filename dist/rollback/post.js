import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "../chunks/chunk-JMHLVFR3.js";
import "../chunks/chunk-O7I7KL7Z.js";
import "../chunks/chunk-WXD52NIU.js";
import "../chunks/chunk-6A4I4S5B.js";
import "../chunks/chunk-HDN5D376.js";
import "../chunks/chunk-YUSPKDJ3.js";
import "../chunks/chunk-3GAQ376T.js";
import "../chunks/chunk-RFCJMMXT.js";
import "../chunks/chunk-2KWCTZZ6.js";
import "../chunks/chunk-RZBAGCDT.js";
import "../chunks/chunk-2PS77DZP.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-WAJLRQW2.js";
import "../chunks/chunk-BKXCIMUH.js";
import "../chunks/chunk-GDCOOEY7.js";
import "../chunks/chunk-HNYI7RT3.js";
import "../chunks/chunk-C5D3HR52.js";
import "../chunks/chunk-J6MGYEM6.js";
import {
  runAction
} from "../chunks/chunk-GXUJKJQK.js";
import "../chunks/chunk-BB3AEXZU.js";
import "../chunks/chunk-7C7IGOF2.js";
import "../chunks/chunk-TIJULC24.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-EZQO47NV.js";
import "../chunks/chunk-LSEBAOCN.js";
import "../chunks/chunk-Z26LTSII.js";
import "../chunks/chunk-GTGSVCFP.js";
import "../chunks/chunk-EXVEHUUA.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/rollback/post.ts
await runAction((runner) => finishInterrupted(runner, runner.state("journal")));
