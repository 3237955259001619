import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  mergeImages
} from "./chunk-XE3DKPRM.js";
import "./chunk-FUS34IWB.js";
import "./chunk-KI7QCDYV.js";
import "./chunk-NFUJBEXU.js";
import "./chunk-JMG2ZM22.js";
import "./chunk-UM2EU6ZV.js";
import "./chunk-5XXXVB74.js";
import "./chunk-25K77DWZ.js";
import "./chunk-HCSJIDNV.js";
import "./chunk-5THWWG6Q.js";
import "./chunk-6VU5CMNP.js";
import "./chunk-X77PGXKT.js";
import "./chunk-OBTPG6WR.js";
import "./chunk-KR75YBR5.js";
import "./chunk-KY2NBT2M.js";
import "./chunk-VXUCMASS.js";
import "./chunk-7RD6AW52.js";
import "./chunk-TXYBSCTN.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  mergeImages
};
