import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runPipeline
} from "../chunks/chunk-2HPLOR4I.js";
import "../chunks/chunk-575KGUWJ.js";
import "../chunks/chunk-SXXMJAAE.js";
import "../chunks/chunk-XCR5JQUP.js";
import "../chunks/chunk-JKF2EBZU.js";
import "../chunks/chunk-CI4VIDYQ.js";
import "../chunks/chunk-5LIDEIQJ.js";
import "../chunks/chunk-TY6A24ZR.js";
import "../chunks/chunk-OBTPG6WR.js";
import "../chunks/chunk-VLXPXJQZ.js";
import "../chunks/chunk-2OKELN4Z.js";
import "../chunks/chunk-6VU5CMNP.js";
import "../chunks/chunk-PZLRRKXN.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-BBOD7NM3.js";
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

// actions/pipeline/index.ts
await runAction(async (runner) => {
  const { error } = await runPipeline(runner);
  if (error !== void 0) throw error;
});
