import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  textOf
} from "./chunk-UVKSWRUX.js";
import "./chunk-VHIKVFB3.js";
import "./chunk-5XXXVB74.js";
import "./chunk-HNYI7RT3.js";
import "./chunk-EZQO47NV.js";
import "./chunk-TO6V6YKD.js";
export {
  textOf
};
