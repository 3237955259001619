import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  verify
} from "./chunk-PAJDI2TD.js";
import "./chunk-VK57LWR6.js";
import "./chunk-GYNUFKWA.js";
import "./chunk-4ROOGTUX.js";
import "./chunk-L6CG3AUE.js";
import "./chunk-WMKCG7NY.js";
import "./chunk-L7JHGOM2.js";
import "./chunk-TLH3B4WO.js";
import "./chunk-RLLQWAJY.js";
import "./chunk-52CKVAFK.js";
import "./chunk-MLOJHA2V.js";
import "./chunk-EQTJFP44.js";
import "./chunk-VFETRPON.js";
import "./chunk-CODHTNNF.js";
import "./chunk-Z55L4X2P.js";
import "./chunk-7H53AFRE.js";
import "./chunk-D54IF7QR.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-JEOJV6G4.js";
import "./chunk-SSQM236A.js";
import "./chunk-AQLLFULB.js";
import "./chunk-VUY6WMLY.js";
import "./chunk-4AZQLQE2.js";
import "./chunk-TIJULC24.js";
import "./chunk-35SA7A42.js";
import "./chunk-LH472P7B.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-S5AK6Y7H.js";
import "./chunk-5XXXVB74.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-DNWJD24H.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-X5AATHZ6.js";
export {
  verify
};
