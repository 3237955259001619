import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  rollBack
} from "../chunks/chunk-OI6OBSZM.js";
import "../chunks/chunk-SZLHHMN5.js";
import "../chunks/chunk-KUN36NT3.js";
import "../chunks/chunk-ADCU3ILM.js";
import "../chunks/chunk-KESFYR5I.js";
import "../chunks/chunk-WNKG45P6.js";
import "../chunks/chunk-ZW72XIGJ.js";
import "../chunks/chunk-Y6HXV76B.js";
import "../chunks/chunk-XWO6CGIM.js";
import "../chunks/chunk-7DKEUAWJ.js";
import "../chunks/chunk-SGM7WGTQ.js";
import "../chunks/chunk-AMKNJ2LH.js";
import "../chunks/chunk-6VU5CMNP.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-U247VDFI.js";
import "../chunks/chunk-2ZRRY4S3.js";
import "../chunks/chunk-HFDOI222.js";
import "../chunks/chunk-3DYISLRF.js";
import "../chunks/chunk-IIN6DLPC.js";
import "../chunks/chunk-5JAQFEDE.js";
import "../chunks/chunk-D3Z32HSV.js";
import "../chunks/chunk-ESPJ7BBO.js";
import "../chunks/chunk-5XXXVB74.js";
import {
  runAction
} from "../chunks/chunk-YO4FIZDF.js";
import "../chunks/chunk-MZCDEPBO.js";
import "../chunks/chunk-7RD6AW52.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-LH6DN3UM.js";
import "../chunks/chunk-JH3HU3BP.js";
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
