import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  verify
} from "../chunks/chunk-S7CHT4ZQ.js";
import "../chunks/chunk-MX4DMW45.js";
import "../chunks/chunk-SXUVMFPP.js";
import "../chunks/chunk-I7HSVQS2.js";
import "../chunks/chunk-42EWWHV3.js";
import "../chunks/chunk-OMDEK77Q.js";
import "../chunks/chunk-WMKCG7NY.js";
import "../chunks/chunk-P7T7QX4N.js";
import "../chunks/chunk-OHTHRSMA.js";
import "../chunks/chunk-RLLQWAJY.js";
import "../chunks/chunk-4MO4VXPY.js";
import "../chunks/chunk-ZIZGBSNS.js";
import "../chunks/chunk-MO4RBDNI.js";
import "../chunks/chunk-M7ML7WLT.js";
import "../chunks/chunk-VFETRPON.js";
import "../chunks/chunk-CODHTNNF.js";
import "../chunks/chunk-Z55L4X2P.js";
import "../chunks/chunk-B2PF4ORM.js";
import "../chunks/chunk-D54IF7QR.js";
import "../chunks/chunk-EOUI6E6D.js";
import "../chunks/chunk-Q7XATDVR.js";
import "../chunks/chunk-JC7I2YQX.js";
import "../chunks/chunk-AQLLFULB.js";
import "../chunks/chunk-VUY6WMLY.js";
import "../chunks/chunk-4AZQLQE2.js";
import "../chunks/chunk-SFAXQ2WK.js";
import "../chunks/chunk-TIJULC24.js";
import "../chunks/chunk-OMGGJSLT.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-S5AK6Y7H.js";
import "../chunks/chunk-YQ2JDB3K.js";
import "../chunks/chunk-NQSZNAFT.js";
import "../chunks/chunk-47KHJZ2A.js";
import "../chunks/chunk-EZQO47NV.js";
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

// actions/verify/index.ts
await runAction(async (runner) => {
  const { text, error } = await verify(runner);
  runner.log.info(text);
  if (error !== void 0) throw error;
});
