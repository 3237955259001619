import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  verify
} from "../chunks/chunk-PAJDI2TD.js";
import "../chunks/chunk-VK57LWR6.js";
import "../chunks/chunk-GYNUFKWA.js";
import "../chunks/chunk-4ROOGTUX.js";
import "../chunks/chunk-L6CG3AUE.js";
import "../chunks/chunk-WMKCG7NY.js";
import "../chunks/chunk-L7JHGOM2.js";
import "../chunks/chunk-TLH3B4WO.js";
import "../chunks/chunk-RLLQWAJY.js";
import "../chunks/chunk-52CKVAFK.js";
import "../chunks/chunk-MLOJHA2V.js";
import "../chunks/chunk-EQTJFP44.js";
import "../chunks/chunk-VFETRPON.js";
import "../chunks/chunk-CODHTNNF.js";
import "../chunks/chunk-Z55L4X2P.js";
import "../chunks/chunk-7H53AFRE.js";
import "../chunks/chunk-D54IF7QR.js";
import "../chunks/chunk-EOUI6E6D.js";
import "../chunks/chunk-JEOJV6G4.js";
import "../chunks/chunk-SSQM236A.js";
import "../chunks/chunk-AQLLFULB.js";
import "../chunks/chunk-VUY6WMLY.js";
import "../chunks/chunk-4AZQLQE2.js";
import "../chunks/chunk-TIJULC24.js";
import "../chunks/chunk-35SA7A42.js";
import "../chunks/chunk-LH472P7B.js";
import "../chunks/chunk-NQSZNAFT.js";
import "../chunks/chunk-S5AK6Y7H.js";
import "../chunks/chunk-5XXXVB74.js";
import "../chunks/chunk-47KHJZ2A.js";
import "../chunks/chunk-EZQO47NV.js";
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

// actions/verify/index.ts
await runAction(async (runner) => {
  const { text, error } = await verify(runner);
  runner.log.info(text);
  if (error !== void 0) throw error;
});
