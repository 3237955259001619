import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "./chunk-QZP6YD5T.js";
import "./chunk-VDIN7ACF.js";
import "./chunk-DNWJD24H.js";
import "./chunk-CJFIOQJK.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  keepCache
};
