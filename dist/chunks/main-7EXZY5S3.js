import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  build
} from "./chunk-OYRHK7WC.js";
import "./chunk-DRIRR4ZJ.js";
import "./chunk-JMG2ZM22.js";
import "./chunk-5XXXVB74.js";
import "./chunk-IZVU4G3T.js";
import "./chunk-JKF2EBZU.js";
import "./chunk-HCSJIDNV.js";
import "./chunk-5THWWG6Q.js";
import "./chunk-X77PGXKT.js";
import "./chunk-OBTPG6WR.js";
import "./chunk-KR75YBR5.js";
import "./chunk-KY2NBT2M.js";
import "./chunk-VXUCMASS.js";
import "./chunk-DNWJD24H.js";
import "./chunk-7RD6AW52.js";
import "./chunk-TXYBSCTN.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  build
};
