import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  rollBack
} from "../chunks/chunk-2UHNKIZ4.js";
import "../chunks/chunk-MCTQ57Q6.js";
import "../chunks/chunk-ZXQOZL4U.js";
import "../chunks/chunk-J6Y637TM.js";
import "../chunks/chunk-LWH37FXK.js";
import "../chunks/chunk-UQ6O4TZL.js";
import "../chunks/chunk-MWM4TEIZ.js";
import "../chunks/chunk-ZW72XIGJ.js";
import "../chunks/chunk-OMXFZ4EU.js";
import "../chunks/chunk-IF72F2MQ.js";
import "../chunks/chunk-UXWPGB2O.js";
import "../chunks/chunk-WJDFU2UK.js";
import "../chunks/chunk-VLXPXJQZ.js";
import "../chunks/chunk-6VU5CMNP.js";
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

// actions/rollback/index.ts
await runAction(async (runner) => {
  const { text, error } = await rollBack(runner);
  runner.log.info(text);
  if (error !== void 0) throw error;
});
