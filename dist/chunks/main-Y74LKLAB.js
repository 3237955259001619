import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  verify
} from "./chunk-3FERACCD.js";
import "./chunk-SN4GNESW.js";
import "./chunk-OZFBX7LI.js";
import "./chunk-S4FQVYO6.js";
import "./chunk-ZR2G3TUJ.js";
import "./chunk-XLVGLC4M.js";
import "./chunk-WMKCG7NY.js";
import "./chunk-UVKSWRUX.js";
import "./chunk-VHIKVFB3.js";
import "./chunk-V4544LNU.js";
import "./chunk-BFZPB66Z.js";
import "./chunk-RRHYVJRH.js";
import "./chunk-ACUJGK7F.js";
import "./chunk-353UZVSC.js";
import "./chunk-IP3JZAI2.js";
import "./chunk-UHNRHQBO.js";
import "./chunk-AEMEIGJB.js";
import "./chunk-EOUI6E6D.js";
import "./chunk-DOI4ZRPN.js";
import "./chunk-NEBCN2RQ.js";
import "./chunk-O7MKDZIK.js";
import "./chunk-UTNP4HKY.js";
import "./chunk-PR5VHADN.js";
import "./chunk-IJOCRBIZ.js";
import "./chunk-CILVAWX5.js";
import "./chunk-THVJOUJ4.js";
import "./chunk-SFAXQ2WK.js";
import "./chunk-LUX6I4HD.js";
import "./chunk-SEJ6WIJR.js";
import "./chunk-ZNDI3WQU.js";
import "./chunk-5XXXVB74.js";
import "./chunk-BKXCIMUH.js";
import "./chunk-GDCOOEY7.js";
import "./chunk-HNYI7RT3.js";
import "./chunk-J6MGYEM6.js";
import "./chunk-TIJULC24.js";
import "./chunk-DNWJD24H.js";
import "./chunk-EZQO47NV.js";
import "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";
export {
  verify
};
