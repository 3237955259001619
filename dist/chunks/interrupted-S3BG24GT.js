import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  finishInterrupted
} from "./chunk-GXED77TJ.js";
import "./chunk-NFUJBEXU.js";
import "./chunk-JMG2ZM22.js";
import "./chunk-5XXXVB74.js";
import "./chunk-5THWWG6Q.js";
import "./chunk-KY2NBT2M.js";
import "./chunk-VXUCMASS.js";
import "./chunk-7RD6AW52.js";
import "./chunk-TXYBSCTN.js";
import "./chunk-FRW43CCR.js";
import "./chunk-X5AATHZ6.js";
export {
  finishInterrupted
};
