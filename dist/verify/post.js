import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishVerify
} from "../chunks/chunk-4MO4VXPY.js";
import "../chunks/chunk-Q7XATDVR.js";
import "../chunks/chunk-JC7I2YQX.js";
import {
  runAction
} from "../chunks/chunk-7LQ6R5TO.js";
import "../chunks/chunk-7C7IGOF2.js";
import "../chunks/chunk-TESXM2KN.js";
import "../chunks/chunk-Z26LTSII.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-GP2EG5WX.js";
import "../chunks/chunk-OMWTWNNE.js";
import "../chunks/chunk-FRW43CCR.js";
import "../chunks/chunk-X5AATHZ6.js";

// actions/verify/post.ts
await runAction(finishVerify);
