import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  verify
} from "../chunks/chunk-24LB4GL2.js";
import "../chunks/chunk-CRRESAFS.js";
import "../chunks/chunk-YPHIQ33M.js";
import "../chunks/chunk-SGAZAIU7.js";
import "../chunks/chunk-GBSXMBQT.js";
import "../chunks/chunk-DFFMVKSX.js";
import "../chunks/chunk-WMKCG7NY.js";
import "../chunks/chunk-L7JHGOM2.js";
import "../chunks/chunk-TLH3B4WO.js";
import "../chunks/chunk-RLLQWAJY.js";
import "../chunks/chunk-52CKVAFK.js";
import "../chunks/chunk-MLOJHA2V.js";
import "../chunks/chunk-EQTJFP44.js";
import "../chunks/chunk-ZFEYYK2U.js";
import "../chunks/chunk-AMZZBXMW.js";
import "../chunks/chunk-DCPZHBDQ.js";
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
} from "../chunks/chunk-G7GHOX4L.js";
import "../chunks/chunk-L62MOOJ4.js";
import "../chunks/chunk-7RD6AW52.js";
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
