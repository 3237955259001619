import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  mergeImages
} from "../chunks/chunk-ISQZR6HP.js";
import "../chunks/chunk-FUS34IWB.js";
import "../chunks/chunk-KI7QCDYV.js";
import "../chunks/chunk-LWH37FXK.js";
import "../chunks/chunk-UQ6O4TZL.js";
import "../chunks/chunk-MWM4TEIZ.js";
import "../chunks/chunk-LAS2N4WE.js";
import "../chunks/chunk-EOUI6E6D.js";
import "../chunks/chunk-ZW72XIGJ.js";
import "../chunks/chunk-OMXFZ4EU.js";
import "../chunks/chunk-IF72F2MQ.js";
import "../chunks/chunk-UXWPGB2O.js";
import "../chunks/chunk-WJDFU2UK.js";
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

// actions/merge/index.ts
await runAction(async (runner) => {
  const { error } = await mergeImages(runner);
  if (error !== void 0) throw error;
});
