import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "./chunk-KYKFPPGK.js";
import "./chunk-Y6HXV76B.js";
import "./chunk-XWO6CGIM.js";
import "./chunk-7DKEUAWJ.js";
import "./chunk-SGM7WGTQ.js";
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
  finishInterrupted
};
