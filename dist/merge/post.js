import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "../chunks/chunk-GXED77TJ.js";
import "../chunks/chunk-NFUJBEXU.js";
import "../chunks/chunk-JMG2ZM22.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-5THWWG6Q.js";
import {
  runAction
} from "../chunks/chunk-7JWHP2T5.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-KY2NBT2M.js";
import "../chunks/chunk-VXUCMASS.js";
import "../chunks/chunk-QNVU2JFQ.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-7RD6AW52.js";
import "../chunks/chunk-TXYBSCTN.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/merge/post.ts
await runAction((runner) => finishInterrupted(runner, runner.state("journal")));
