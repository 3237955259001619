import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  rollBack
} from "./chunk-OI6OBSZM.js";
import "./chunk-SZLHHMN5.js";
import "./chunk-KUN36NT3.js";
import "./chunk-ADCU3ILM.js";
import "./chunk-KESFYR5I.js";
import "./chunk-WNKG45P6.js";
import "./chunk-ZW72XIGJ.js";
import "./chunk-Y6HXV76B.js";
import "./chunk-XWO6CGIM.js";
import "./chunk-7DKEUAWJ.js";
import "./chunk-SGM7WGTQ.js";
import "./chunk-AMKNJ2LH.js";
import "./chunk-6VU5CMNP.js";
import "./chunk-INPAMFGY.js";
import "./chunk-U247VDFI.js";
import "./chunk-2ZRRY4S3.js";
import "./chunk-HFDOI222.js";
import "./chunk-3DYISLRF.js";
import "./chunk-IIN6DLPC.js";
import "./chunk-5JAQFEDE.js";
import "./chunk-D3Z32HSV.js";
import "./chunk-ESPJ7BBO.js";
import "./chunk-5XXXVB74.js";
import "./chunk-7RD6AW52.js";
import "./chunk-JH3HU3BP.js";
import "./chunk-EZQO47NV.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  rollBack
};
