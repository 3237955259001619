import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "../chunks/chunk-T2HGI7EH.js";
import "../chunks/chunk-2UARLFUX.js";
import "../chunks/chunk-2IHTCN3V.js";
import "../chunks/chunk-5XXXVB74.js";
import {
  runAction
} from "../chunks/chunk-QOJ24JMR.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-XR2TD2MC.js";
import "../chunks/chunk-UYZHQTYO.js";
import "../chunks/chunk-Q6CK6U73.js";
import "../chunks/chunk-CHZVDVT5.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/merge/post.ts
await runAction((runner) => finishInterrupted(runner, runner.state("journal")));
