import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishBuild
} from "../chunks/chunk-5EN5EFLI.js";
import "../chunks/chunk-DI4UDGA2.js";
import "../chunks/chunk-DOI4ZRPN.js";
import "../chunks/chunk-JKF2EBZU.js";
import "../chunks/chunk-NEBCN2RQ.js";
import "../chunks/chunk-O7MKDZIK.js";
import "../chunks/chunk-UTNP4HKY.js";
import "../chunks/chunk-PR5VHADN.js";
import "../chunks/chunk-LUX6I4HD.js";
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

// actions/build/post.ts
await runAction(finishBuild);
