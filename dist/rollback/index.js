import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  rollBack
} from "../chunks/chunk-LPN2SN7Y.js";
import "../chunks/chunk-URNUVPV7.js";
import "../chunks/chunk-FKA4GPVW.js";
import "../chunks/chunk-XVK3NXXF.js";
import "../chunks/chunk-77BDKFB2.js";
import "../chunks/chunk-SV6R6RAU.js";
import "../chunks/chunk-ZW72XIGJ.js";
import "../chunks/chunk-Q4KXHJQD.js";
import "../chunks/chunk-M4TK4L4R.js";
import "../chunks/chunk-IQHIBHU4.js";
import "../chunks/chunk-MWYW6ZGL.js";
import "../chunks/chunk-GXHYLKW3.js";
import "../chunks/chunk-62L2QIBT.js";
import "../chunks/chunk-5S6IMNDR.js";
import "../chunks/chunk-M3R5HUOY.js";
import "../chunks/chunk-I5ZUI3EO.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-2HSYLW7U.js";
import "../chunks/chunk-SEJ6WIJR.js";
import "../chunks/chunk-QQAGYR2F.js";
import "../chunks/chunk-2KWCTZZ6.js";
import "../chunks/chunk-RZBAGCDT.js";
import "../chunks/chunk-ZNDI3WQU.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-WAJLRQW2.js";
import "../chunks/chunk-BKXCIMUH.js";
import "../chunks/chunk-GDCOOEY7.js";
import "../chunks/chunk-HNYI7RT3.js";
import "../chunks/chunk-C5D3HR52.js";
import "../chunks/chunk-J6MGYEM6.js";
import {
  runAction
} from "../chunks/chunk-XXCC3H4E.js";
import "../chunks/chunk-XV2DQXQM.js";
import "../chunks/chunk-7C7IGOF2.js";
import "../chunks/chunk-TIJULC24.js";
import "../chunks/chunk-DNWJD24H.js";
import "../chunks/chunk-EZQO47NV.js";
import "../chunks/chunk-LSEBAOCN.js";
import "../chunks/chunk-Z26LTSII.js";
import "../chunks/chunk-GTGSVCFP.js";
import "../chunks/chunk-EXVEHUUA.js";
import "../chunks/chunk-TO6V6YKD.js";

// actions/rollback/index.ts
await runAction(
  async (runner) => {
    const { text, error } = await rollBack(runner);
    runner.log.info(text);
    return { error };
  },
  {
    what: "The rollback",
    published: "what was published before: no tag was moved, unless the log names it.",
    next: "put right what is named here, and start it again; with `dry-run` it only says what it would do."
  }
);
