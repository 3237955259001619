import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  keepCache
} from "./chunk-GUS2AZJY.js";
import "./chunk-RSFRWYS5.js";
import "./chunk-DNWJD24H.js";
import "./chunk-46FNGIEL.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  keepCache
};
