import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  cleanUp
} from "../chunks/chunk-DES33WR4.js";
import "../chunks/chunk-MCTQ57Q6.js";
import "../chunks/chunk-NTW5WLMM.js";
import "../chunks/chunk-ZGV7YMWN.js";
import "../chunks/chunk-IDGKUODQ.js";
import "../chunks/chunk-ZXQOZL4U.js";
import "../chunks/chunk-J6Y637TM.js";
import "../chunks/chunk-UQ6O4TZL.js";
import "../chunks/chunk-MWM4TEIZ.js";
import "../chunks/chunk-LAS2N4WE.js";
import "../chunks/chunk-EOUI6E6D.js";
import "../chunks/chunk-ZW72XIGJ.js";
import "../chunks/chunk-IF72F2MQ.js";
import "../chunks/chunk-UXWPGB2O.js";
import "../chunks/chunk-WJDFU2UK.js";
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

// actions/cleanup/index.ts
await runAction(async (runner) => {
  const { error } = await cleanUp(runner);
  if (error !== void 0) throw error;
});
