import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "../chunks/chunk-KYKFPPGK.js";
import "../chunks/chunk-Y6HXV76B.js";
import "../chunks/chunk-XWO6CGIM.js";
import "../chunks/chunk-7DKEUAWJ.js";
import "../chunks/chunk-SGM7WGTQ.js";
import "../chunks/chunk-2ZRRY4S3.js";
import "../chunks/chunk-HFDOI222.js";
import "../chunks/chunk-3DYISLRF.js";
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

// actions/merge/post.ts
await runAction((runner) => finishInterrupted(runner, runner.state("journal")));
