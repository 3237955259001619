import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "../chunks/chunk-RLJDF7LL.js";
import "../chunks/chunk-OMXFZ4EU.js";
import "../chunks/chunk-IF72F2MQ.js";
import "../chunks/chunk-UXWPGB2O.js";
import "../chunks/chunk-WJDFU2UK.js";
import "../chunks/chunk-63NYRDKW.js";
import "../chunks/chunk-HFDOI222.js";
import "../chunks/chunk-TNQTYQRX.js";
import "../chunks/chunk-IBYU2SY7.js";
import "../chunks/chunk-JV46PIHO.js";
import "../chunks/chunk-TNUCHDZP.js";
import "../chunks/chunk-NPGERYWN.js";
import "../chunks/chunk-5XXXVB74.js";
import {
  runAction
} from "../chunks/chunk-ESDHXRSU.js";
import "../chunks/chunk-BZNE2RVC.js";
import "../chunks/chunk-7RD6AW52.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-46FNGIEL.js";
import "../chunks/chunk-EZQO47NV.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/merge/post.ts
await runAction((runner) => finishInterrupted(runner, runner.state("journal")));
