import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  rollBack
} from "./chunk-HIF5NHGS.js";
import "./chunk-U2ADZPG2.js";
import "./chunk-B2PF4ORM.js";
import "./chunk-MUPJEBUF.js";
import "./chunk-X2BFYXFH.js";
import "./chunk-2H64FC56.js";
import "./chunk-MWM4TEIZ.js";
import "./chunk-ZW72XIGJ.js";
import "./chunk-XV7R63WR.js";
import "./chunk-XSOHMTXU.js";
import "./chunk-UH545KR4.js";
import "./chunk-ZX6BLLOT.js";
import "./chunk-4ZJFC4ZV.js";
import "./chunk-4DAHWBAO.js";
import "./chunk-TIJULC24.js";
import "./chunk-INPAMFGY.js";
import "./chunk-HNX5EVE5.js";
import "./chunk-OMGGJSLT.js";
import "./chunk-ILLAHRVN.js";
import "./chunk-RBHX4PW7.js";
import "./chunk-RZBAGCDT.js";
import "./chunk-5XXXVB74.js";
import "./chunk-S5AK6Y7H.js";
import "./chunk-766GEI45.js";
import "./chunk-YQ2JDB3K.js";
import "./chunk-NQSZNAFT.js";
import "./chunk-MBEH4HWX.js";
import "./chunk-47KHJZ2A.js";
import "./chunk-EZQO47NV.js";
import "./chunk-Z26LTSII.js";
import "./chunk-OMWTWNNE.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  rollBack
};
