import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  textOf
} from "./chunk-L7JHGOM2.js";
import "./chunk-TLH3B4WO.js";
import "./chunk-7H53AFRE.js";
import "./chunk-5XXXVB74.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  textOf
};
