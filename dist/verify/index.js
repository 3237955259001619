import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  verify
} from "../chunks/chunk-3FERACCD.js";
import "../chunks/chunk-SN4GNESW.js";
import "../chunks/chunk-OZFBX7LI.js";
import "../chunks/chunk-S4FQVYO6.js";
import "../chunks/chunk-ZR2G3TUJ.js";
import "../chunks/chunk-XLVGLC4M.js";
import "../chunks/chunk-WMKCG7NY.js";
import "../chunks/chunk-UVKSWRUX.js";
import "../chunks/chunk-VHIKVFB3.js";
import "../chunks/chunk-V4544LNU.js";
import "../chunks/chunk-BFZPB66Z.js";
import "../chunks/chunk-RRHYVJRH.js";
import "../chunks/chunk-ACUJGK7F.js";
import "../chunks/chunk-353UZVSC.js";
import "../chunks/chunk-IP3JZAI2.js";
import "../chunks/chunk-UHNRHQBO.js";
import "../chunks/chunk-AEMEIGJB.js";
import "../chunks/chunk-EOUI6E6D.js";
import "../chunks/chunk-DOI4ZRPN.js";
import "../chunks/chunk-NEBCN2RQ.js";
import "../chunks/chunk-O7MKDZIK.js";
import "../chunks/chunk-UTNP4HKY.js";
import "../chunks/chunk-PR5VHADN.js";
import "../chunks/chunk-IJOCRBIZ.js";
import "../chunks/chunk-CILVAWX5.js";
import "../chunks/chunk-THVJOUJ4.js";
import "../chunks/chunk-SFAXQ2WK.js";
import "../chunks/chunk-LUX6I4HD.js";
import "../chunks/chunk-SEJ6WIJR.js";
import "../chunks/chunk-ZNDI3WQU.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-BKXCIMUH.js";
import "../chunks/chunk-GDCOOEY7.js";
import "../chunks/chunk-HNYI7RT3.js";
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

// actions/verify/index.ts
await runAction(
  async (runner) => {
    const { text, error } = await verify(runner);
    runner.log.info(text);
    return { error };
  },
  {
    what: "The verification",
    published: "nothing, and nothing taken back: this action only looks.",
    next: "put right what is named here, and run the job again."
  }
);
