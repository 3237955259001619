import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishVerify
} from "../chunks/chunk-52CKVAFK.js";
import "../chunks/chunk-JEOJV6G4.js";
import "../chunks/chunk-SSQM236A.js";
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

// actions/verify/post.ts
await runAction(finishVerify);
