import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "../chunks/chunk-VIKCSYUP.js";
import "../chunks/chunk-5QKEATQ4.js";
import "../chunks/chunk-FMAXLPYD.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-3QWQWH3Z.js";
import {
  runAction
} from "../chunks/chunk-DLDEKUDA.js";
import "../chunks/chunk-GXI5IJRR.js";
import "../chunks/chunk-B4SVCLI7.js";
import "../chunks/chunk-UKHG3KUT.js";
import "../chunks/chunk-Q554LNLV.js";
import "../chunks/chunk-QD4QZIA5.js";
import "../chunks/chunk-CHZVDVT5.js";
import "../chunks/chunk-LLL4ZUSA.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/merge/post.ts
await runAction((runner) => finishInterrupted(runner, runner.state("journal")));
