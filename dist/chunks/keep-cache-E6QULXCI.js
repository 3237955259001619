import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "./chunk-BOLCTNH4.js";
import "./chunk-EYIHTGT6.js";
import "./chunk-DNWJD24H.js";
import "./chunk-JH3HU3BP.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  keepCache
};
