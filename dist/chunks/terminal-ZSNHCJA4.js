import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  terminalSummary,
  textTable
} from "./chunk-SOZWNRGF.js";
import "./chunk-7H53AFRE.js";
import "./chunk-7HV3WY3J.js";
import "./chunk-MWM4TEIZ.js";
import "./chunk-TIJULC24.js";
import "./chunk-5XXXVB74.js";
import "./chunk-EZQO47NV.js";
import "./chunk-X5AATHZ6.js";
export {
  terminalSummary,
  textTable
};
