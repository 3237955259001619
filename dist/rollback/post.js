import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "../chunks/chunk-PNSHLGHZ.js";
import "../chunks/chunk-CELXUKGE.js";
import "../chunks/chunk-2FTR4WCG.js";
import "../chunks/chunk-XIOHQ37C.js";
import "../chunks/chunk-URNJPMFR.js";
import "../chunks/chunk-766GEI45.js";
import "../chunks/chunk-Q4OJ4N3L.js";
import "../chunks/chunk-3GJCAOQT.js";
import "../chunks/chunk-MBEH4HWX.js";
import "../chunks/chunk-35SA7A42.js";
import "../chunks/chunk-LH472P7B.js";
import "../chunks/chunk-NQSZNAFT.js";
import "../chunks/chunk-S5AK6Y7H.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-47KHJZ2A.js";
import "../chunks/chunk-EZQO47NV.js";
import {
  runAction
} from "../chunks/chunk-2N353QYQ.js";
import "../chunks/chunk-H6I3XHRS.js";
import "../chunks/chunk-Z26LTSII.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-OMWTWNNE.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/rollback/post.ts
await runAction((runner) => finishInterrupted(runner, runner.state("journal")));
