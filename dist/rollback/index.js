import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  rollBack
} from "../chunks/chunk-NG2VYDXX.js";
import "../chunks/chunk-URNUVPV7.js";
import "../chunks/chunk-YUFBBVGX.js";
import "../chunks/chunk-XVK3NXXF.js";
import "../chunks/chunk-DN3Q7BIS.js";
import "../chunks/chunk-SV6R6RAU.js";
import "../chunks/chunk-ZW72XIGJ.js";
import "../chunks/chunk-O7I7KL7Z.js";
import "../chunks/chunk-WXD52NIU.js";
import "../chunks/chunk-6A4I4S5B.js";
import "../chunks/chunk-HDN5D376.js";
import "../chunks/chunk-YUSPKDJ3.js";
import "../chunks/chunk-62L2QIBT.js";
import "../chunks/chunk-5S6IMNDR.js";
import "../chunks/chunk-D7MEDYOV.js";
import "../chunks/chunk-RBO2KGGH.js";
import "../chunks/chunk-INPAMFGY.js";
import "../chunks/chunk-2HSYLW7U.js";
import "../chunks/chunk-3GAQ376T.js";
import "../chunks/chunk-RFCJMMXT.js";
import "../chunks/chunk-2KWCTZZ6.js";
import "../chunks/chunk-RZBAGCDT.js";
import "../chunks/chunk-2PS77DZP.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-WAJLRQW2.js";
import "../chunks/chunk-BKXCIMUH.js";
import "../chunks/chunk-GDCOOEY7.js";
import "../chunks/chunk-HNYI7RT3.js";
import "../chunks/chunk-C5D3HR52.js";
import "../chunks/chunk-J6MGYEM6.js";
import {
  runAction
} from "../chunks/chunk-GXUJKJQK.js";
import "../chunks/chunk-BB3AEXZU.js";
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
