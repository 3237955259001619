import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  verify
} from "./chunk-S7CHT4ZQ.js";
import "./chunk-MX4DMW45.js";
import "./chunk-SXUVMFPP.js";
import "./chunk-I7HSVQS2.js";
import "./chunk-42EWWHV3.js";
import "./chunk-OMDEK77Q.js";
import "./chunk-WMKCG7NY.js";
import "./chunk-P7T7QX4N.js";
import "./chunk-OHTHRSMA.js";
import "./chunk-RLLQWAJY.js";
import "./chunk-4MO4VXPY.js";
import "./chunk-ZIZGBSNS.js";
import "./chunk-MO4RBDNI.js";
import "./chunk-M7ML7WLT.js";
import "./chunk-VFETRPON.js";
import "./chunk-CODHTNNF.js";
import "./chunk-Z55L4X2P.js";
import "./chunk-B2PF4ORM.js";
import "./chunk-D54IF7QR.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-Q7XATDVR.js";
import "./chunk-JC7I2YQX.js";
import "./chunk-AQLLFULB.js";
import "./chunk-VUY6WMLY.js";
import "./chunk-4AZQLQE2.js";
import "./chunk-SFAXQ2WK.js";
import "./chunk-TIJULC24.js";
import "./chunk-OMGGJSLT.js";
import "./chunk-5XXXVB74.js";
import "./chunk-S5AK6Y7H.js";
import "./chunk-YQ2JDB3K.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-DNWJD24H.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-X5AATHZ6.js";
export {
  verify
};
