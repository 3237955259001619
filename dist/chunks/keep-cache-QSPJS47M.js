import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "./chunk-YOTN37GV.js";
import "./chunk-DRIRR4ZJ.js";
import "./chunk-DNWJD24H.js";
import "./chunk-TXYBSCTN.js";
import "./chunk-X5AATHZ6.js";
export {
  keepCache
};
